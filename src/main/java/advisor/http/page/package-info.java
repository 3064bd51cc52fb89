/** The page, put into few files for those who are far away. */
@NullMarked
package advisor.http.page;

import org.jspecify.annotations.NullMarked;
