/** Turns rule files into compiled rules, and keeps them. */
@NullMarked
package advisor.rules.compile;

import org.jspecify.annotations.NullMarked;
