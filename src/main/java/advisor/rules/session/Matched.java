package advisor.rules.session;

import advisor.facts.unit.Sourced;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.base.rule.Declaration;
import org.jspecify.annotations.Nullable;

/** The facts that a rule matched. What its sentence shows of them is read when somebody asks. */
final class Matched {
    private final ShownValues shown;
    private final @Nullable Declaration[] declared;
    private final Object[] facts;

    /**
     * @param declared what the placeholders start from, in the order of {@link ShownValues#bindings}
     * @param facts in the order of the patterns
     */
    Matched(ShownValues shown, @Nullable Declaration[] declared, Object[] facts) {
        this.shown = shown;
        this.declared = declared;
        this.facts = facts;
    }

    /** Values by placeholder path. */
    Map<String, @Nullable Object> arguments() {
        return shown.of(this::value);
    }

    private @Nullable Object value(int binding) {
        Declaration declaration = declared[binding];
        return declaration == null ? null : declaration.getValue(null, facts[declaration.getObjectIndex()]);
    }

    /** Sources of the facts. */
    List<String> citations() {
        Set<String> citations = new LinkedHashSet<>();
        for (Object fact : facts) {
            if (fact instanceof Sourced sourced) {
                citations.add(sourced.source());
            }
        }
        return List.copyOf(citations);
    }
}
