/** What every call is made of: its body, its work, its answer, its faults. */
@NullMarked
package advisor.http.call;

import org.jspecify.annotations.NullMarked;
