/** The one source of words and of how values are written. */
@NullMarked
package advisor.report.words;

import org.jspecify.annotations.NullMarked;
