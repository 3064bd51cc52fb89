/** What the build runs to make the first start of the program as fast as the next. */
@NullMarked
package advisor.pack;

import org.jspecify.annotations.NullMarked;
