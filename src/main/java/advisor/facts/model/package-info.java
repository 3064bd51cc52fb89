/** Language models as rules see them: their configuration, tensors, cache and formats. */
@NullMarked
package advisor.facts.model;

import org.jspecify.annotations.NullMarked;
