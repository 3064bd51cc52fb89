/** Amounts and figures as people write them. */
@NullMarked
package advisor.request.amount;

import org.jspecify.annotations.NullMarked;
