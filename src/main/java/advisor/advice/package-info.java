/** Turns findings into scored, ranked, explained verdicts. */
@NullMarked
package advisor.advice;

import org.jspecify.annotations.NullMarked;
