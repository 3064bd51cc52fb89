/** A rule book that follows its folder while others judge. */
@NullMarked
package advisor.rules.live;

import org.jspecify.annotations.NullMarked;
