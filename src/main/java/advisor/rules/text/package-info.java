/** Rule files as their authors wrote them: files, rules, annotations, conditions, faults. */
@NullMarked
package advisor.rules.text;

import org.jspecify.annotations.NullMarked;
