/** Tensors, parameters and cache of a model, from what its files say. */
@NullMarked
package advisor.sizing.model;

import org.jspecify.annotations.NullMarked;
