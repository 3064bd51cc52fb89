/** An advice as a file to print, keep or open in a spreadsheet: HTML, Markdown, CSV. */
@NullMarked
package advisor.report.file;

import org.jspecify.annotations.NullMarked;
