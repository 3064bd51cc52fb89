/** Values with their units: bytes, money, intervals, dated and sourced figures, and the formulas that made them. */
@NullMarked
package advisor.facts.unit;

import org.jspecify.annotations.NullMarked;
