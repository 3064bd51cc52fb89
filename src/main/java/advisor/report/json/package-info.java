/** Answers as JSON. */
@NullMarked
package advisor.report.json;

import org.jspecify.annotations.NullMarked;
