/** What a rule may see of a decision: the request, candidates with their memory, speed and cost, and findings. */
@NullMarked
package advisor.facts;

import org.jspecify.annotations.NullMarked;
