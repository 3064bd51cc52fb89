/** Decisions as records that stand alone: written, chained, verified, run again and compared. */
@NullMarked
package advisor.audit;

import org.jspecify.annotations.NullMarked;
