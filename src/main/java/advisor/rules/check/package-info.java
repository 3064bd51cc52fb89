/** What is wrong with a rule file though it may compile. */
@NullMarked
package advisor.rules.check;

import org.jspecify.annotations.NullMarked;
