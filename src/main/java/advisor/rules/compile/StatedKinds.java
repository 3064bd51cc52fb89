package advisor.rules.compile;

import advisor.rules.text.Check;
import advisor.rules.text.Faults;
import advisor.rules.text.RuleDefinition;
import advisor.rules.text.RuleFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.functions.IntrospectableLambda;

/** Holds what compiled rules state against the kinds that their file was read to say. */
public final class StatedKinds {
    private final Map<String, String> statements;
    private final List<RuleDefinition> rules;
    private final Faults faults;

    public StatedKinds(CompiledRules compiled, List<RuleDefinition> rules, Faults faults) {
        this.statements = compiled.statements();
        this.rules = rules;
        this.faults = faults;
    }

    /** @param models of the compiled rules */
    public void check(List<Model> models) {
        models.stream().flatMap(model -> model.getRules().stream()).forEach(this::check);
    }

    private void check(Rule rule) {
        String stated = statements.getOrDefault(className(rule), "none");
        rules.stream()
                .filter(definition -> definition.id().equals(rule.getName()))
                .filter(definition -> !isOf(stated, definition))
                .forEach(definition -> faults.addAt(
                        Check.FINDING,
                        definition.id(),
                        RuleFile.Span.of(definition),
                        "then",
                        "The rule (%s) states another finding than its compiled form: %s, %s."
                                .formatted(definition.id(), nameOf(definition), stated),
                        ""));
    }

    private static String className(Rule rule) {
        return rule.getDefaultConsequence().getBlock() instanceof IntrospectableLambda block
                ? block.getLambda().getClass().getName()
                : "";
    }

    private static boolean isOf(String stated, RuleDefinition rule) {
        return stated.equals(nameOf(rule))
                || stated.equals("remark") && nameOf(rule).equals("note");
    }

    private static String nameOf(RuleDefinition rule) {
        return rule.kind().name().toLowerCase(Locale.ROOT);
    }
}
