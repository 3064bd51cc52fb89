/** What would change an advice: levers of request and offer, each change proven by a run. */
@NullMarked
package advisor.advice.change;

import org.jspecify.annotations.NullMarked;
