/** What a policy team needs to change rules safely: tests, coverage, lint, the impact of an edit, an index. */
@NullMarked
package advisor.workshop;

import org.jspecify.annotations.NullMarked;
