/** How fast a model runs on a machine: a transparent sum of reads, work, wires and fixed times. */
@NullMarked
package advisor.sizing.speed;

import org.jspecify.annotations.NullMarked;
