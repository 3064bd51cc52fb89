package advisor.cli;

import advisor.engine.RuleDefinition;
import advisor.report.RuleList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code advisor rules list}. */
@Command(name = "list", description = "All rules, a line each.", mixinStandardHelpOptions = true)
final class RulesListCommand implements Runnable {
    @Mixin
    private final RuleOptions options = new RuleOptions();

    @Override
    public void run() {
        List<RuleDefinition> rules = options.load().orThrow().rules();
        options.print(
                options.output() == RuleOptions.Output.JSON
                        ? RuleList.json(rules)
                        : RuleList.of(rules, options.language()));
    }
}
