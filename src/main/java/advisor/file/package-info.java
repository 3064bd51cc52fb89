/** Files that are written whole or not at all. */
@NullMarked
package advisor.file;

import org.jspecify.annotations.NullMarked;
