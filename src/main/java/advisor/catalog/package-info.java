/** Reads and checks the dated, sourced catalog files. */
@NullMarked
package advisor.catalog;

import org.jspecify.annotations.NullMarked;
