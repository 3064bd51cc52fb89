/** Bytes of weights and cache under a layout, each with its formula. */
@NullMarked
package advisor.sizing.memory;

import org.jspecify.annotations.NullMarked;
