/** Commands that read records. */
@NullMarked
package advisor.cli.audit;

import org.jspecify.annotations.NullMarked;
