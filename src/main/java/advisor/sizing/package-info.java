/** Pure functions from model, option and load to memory, speed, power and cost. */
@NullMarked
package advisor.sizing;

import org.jspecify.annotations.NullMarked;
