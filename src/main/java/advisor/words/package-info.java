/** Phrases and how values are written, in English and Chinese. */
@NullMarked
package advisor.words;

import org.jspecify.annotations.NullMarked;
