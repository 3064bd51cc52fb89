/** Rule files from text to findings. The only packages that know Drools. */
@NullMarked
package advisor.rules;

import org.jspecify.annotations.NullMarked;
