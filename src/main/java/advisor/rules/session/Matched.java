package advisor.rules.session;

import advisor.facts.unit.Sourced;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    /** The facts that name their source. */
    List<Sourced> read() {
        return Arrays.stream(facts)
                .filter(Sourced.class::isInstance)
                .map(Sourced.class::cast)
                .toList();
    }
}
