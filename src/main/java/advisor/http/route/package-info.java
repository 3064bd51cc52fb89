/** The operations of the API. */
@NullMarked
package advisor.http.route;

import org.jspecify.annotations.NullMarked;
