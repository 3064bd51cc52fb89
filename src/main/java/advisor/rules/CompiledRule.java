package advisor.rules;

import advisor.rules.explain.LogicReader;
import advisor.rules.explain.RuleLogic;
import advisor.rules.text.RuleDefinition;
import java.util.List;
import org.drools.model.Rule;

/**
 * A rule as the engine has it, and as it was read.
 *
 * @param lines of the file that it was compiled from
 */
record CompiledRule(Rule rule, RuleDefinition definition, List<String> lines) {
    /** Its conditions, taken apart. */
    RuleLogic logic() {
        return LogicReader.read(rule, definition, lines);
    }
}
