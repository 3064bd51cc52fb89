/** Amounts of money for a candidate, each with its formula. */
@NullMarked
package advisor.sizing.cost;

import org.jspecify.annotations.NullMarked;
