/** What authorities say of parts, of countries and of those who let machines. */
@NullMarked
package advisor.facts.law;

import org.jspecify.annotations.NullMarked;
