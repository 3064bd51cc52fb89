package advisor.engine;

import advisor.model.Finding;
import java.util.List;
import org.drools.model.Consequence;
import org.drools.model.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A compiled rule whose conditions can be tried on facts one after the other: patterns, {@code not} and
 * {@code exists}.
 */
final class PlainRule {
    private final RuleDefinition definition;
    private final ShownValues shown;
    private final PlainReader read;
    private final Consequence consequence;
    private final int[] stated;

    private PlainRule(RuleDefinition definition, ShownValues shown, PlainReader read, Consequence consequence) {
        this.definition = definition;
        this.shown = shown;
        this.read = read;
        this.consequence = consequence;
        this.stated = read.places(consequence.getVariables());
    }

    /** The rule, or {@code null} if it takes a session to judge by it. */
    static @Nullable PlainRule of(Rule rule, RuleDefinition definition, ShownValues shown) {
        Consequence consequence = rule.getDefaultConsequence();
        PlainReader read = PlainReader.of(rule.getView());
        boolean plain = read.plain() && rule.getConsequences().size() == 1 && !consequence.isBreaking();
        return plain ? new PlainRule(definition, shown, read, consequence) : null;
    }

    RuleDefinition definition() {
        return definition;
    }

    /** Whether it is to be tried after the rules that state what it reads. */
    boolean readsFindings() {
        return read.readsFindings();
    }

    ShownValues shown() {
        return shown;
    }

    List<PlainStep> steps() {
        return read.steps();
    }

    /** The patterns of which each takes part in a match with one fact. */
    List<PlainStep.OfPattern> patterns() {
        return read.patterns();
    }

    /** Whether what some rule states could change what this rule says. */
    boolean reads(Finding finding) throws Exception {
        for (PlainStep step : steps()) {
            if (step.pattern().admitsAlone(finding, new Object[values()])) {
                return true;
            }
        }
        return false;
    }

    /** How many values a match has. */
    int values() {
        return read.places().size();
    }

    /** Where among the values of a match a variable stands, without its {@code $}; {@code null} if there is none. */
    @Nullable Integer place(String name) {
        return read.places().get("$" + name);
    }

    /** Runs the rule's consequence on a match. */
    void state(Object drools, @Nullable Object[] values) throws Exception {
        int first = consequence.isUsingDrools() ? 1 : 0;
        @Nullable Object[] arguments = new Object[first + stated.length];
        arguments[0] = drools;
        for (int i = 0; i < stated.length; i++) {
            arguments[first + i] = values[stated[i]];
        }
        consequence.getBlock().execute(arguments);
    }
}
