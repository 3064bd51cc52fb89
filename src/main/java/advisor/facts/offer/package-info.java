/** Ways to get a machine or a service: options, quotes, warranties. */
@NullMarked
package advisor.facts.offer;

import org.jspecify.annotations.NullMarked;
