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
    private final @Nullable Object[] owners;
    private final List<Object> facts;

    /**
     * @param declared what the placeholders start from, in the order of {@link ShownValues#bindings}
     * @param owners the facts on which that is bound
     */
    Matched(ShownValues shown, @Nullable Declaration[] declared, @Nullable Object[] owners, List<Object> facts) {
        this.shown = shown;
        this.declared = declared;
        this.owners = owners;
        this.facts = facts;
    }

    /** Values by placeholder path. */
    Map<String, @Nullable Object> arguments() {
        return shown.of(this::value);
    }

    private @Nullable Object value(int binding) {
        Declaration declaration = declared[binding];
        return declaration == null ? null : declaration.getValue(null, owners[binding]);
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
