/** How text is laid out: its width, its lines, its colours. */
@NullMarked
package advisor.report.screen;

import org.jspecify.annotations.NullMarked;
