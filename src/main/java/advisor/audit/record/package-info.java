/** Decisions as records that stand alone: made, written, chained, read. */
@NullMarked
package advisor.audit.record;

import org.jspecify.annotations.NullMarked;
