/** Judges facts: one Drools session for each judgement. */
@NullMarked
package advisor.rules.session;

import org.jspecify.annotations.NullMarked;
