/** Keeps what was derived from files, so that it need not be derived again; nothing depends on it being there. */
@NullMarked
package advisor.cache;

import org.jspecify.annotations.NullMarked;
