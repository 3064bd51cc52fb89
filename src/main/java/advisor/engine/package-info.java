/** Compiles rule files and runs them over facts. The only package that knows Drools. */
@NullMarked
package advisor.engine;

import org.jspecify.annotations.NullMarked;
