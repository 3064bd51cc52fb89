package advisor.rules.compile;

import advisor.rules.text.Fault;
import advisor.rules.text.RuleDefinition;
import java.util.List;

/**
 * What one rule file comes to by itself: what its rules say of themselves, what is wrong with it though it may be run,
 * and its compiled form.
 */
public record PreparedRules(List<RuleDefinition> rules, List<Fault> faults, CompiledRules compiled) {}
