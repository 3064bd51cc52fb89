/** What is not known, and at which value it would turn an advice. */
@NullMarked
package advisor.advice.hole;

import org.jspecify.annotations.NullMarked;
