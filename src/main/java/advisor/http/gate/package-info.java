/** Who may call: host, origin, token, and the headers that guard a page. */
@NullMarked
package advisor.http.gate;

import org.jspecify.annotations.NullMarked;
