/** The advisor for programs in Java: a small door that stays, before packages that may change. */
@NullMarked
package advisor.library;

import org.jspecify.annotations.NullMarked;
