/** Commands for those who keep a catalog. */
@NullMarked
package advisor.cli.catalog;

import org.jspecify.annotations.NullMarked;
