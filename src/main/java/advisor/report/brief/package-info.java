/** An answer for a program that reads little: what decides, in one language, as a small tree of JSON. */
@NullMarked
package advisor.report.brief;

import org.jspecify.annotations.NullMarked;
