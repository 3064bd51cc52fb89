/** How an advice stands over what is uncertain: sensitivity, curves, estimates. */
@NullMarked
package advisor.advice.survey;

import org.jspecify.annotations.NullMarked;
