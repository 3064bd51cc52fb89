/** Answers for a terminal. */
@NullMarked
package advisor.report.text;

import org.jspecify.annotations.NullMarked;
