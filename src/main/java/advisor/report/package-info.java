/** Prints an advice as text or JSON, in English and Chinese. */
@NullMarked
package advisor.report;

import org.jspecify.annotations.NullMarked;
