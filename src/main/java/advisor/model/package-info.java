/** Facts of a deployment decision: records, enums and value types that rules read. Depends on the JDK alone. */
@NullMarked
package advisor.model;

import org.jspecify.annotations.NullMarked;
