/** Puts a model on an option: formats, engines, layouts, and what each comes to. */
@NullMarked
package advisor.sizing.plan;

import org.jspecify.annotations.NullMarked;
