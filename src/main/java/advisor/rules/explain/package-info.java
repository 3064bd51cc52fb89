/** Walks compiled conditions to explain why a rule spoke or did not. */
@NullMarked
package advisor.rules.explain;

import org.jspecify.annotations.NullMarked;
