/** What a server knows: rules and catalog that follow their folders. */
@NullMarked
package advisor.http.live;

import org.jspecify.annotations.NullMarked;
