/** Hardware and engines as rules see them. */
@NullMarked
package advisor.facts.machine;

import org.jspecify.annotations.NullMarked;
