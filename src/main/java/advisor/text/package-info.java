/** Words that people read, in English and Chinese: texts, ids, problems with their place, and names that were meant. */
@NullMarked
package advisor.text;

import org.jspecify.annotations.NullMarked;
