/** Commands of the workshop of rules. */
@NullMarked
package advisor.cli.rules;

import org.jspecify.annotations.NullMarked;
