package advisor.cli.rules;

import advisor.report.json.RulesJson;
import advisor.report.text.RuleList;
import advisor.request.BadRequestException;
import advisor.rules.LoadedRules;
import advisor.rules.text.RuleDefinition;
import advisor.text.NearestName;
import advisor.text.Text;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code advisor rules show}. */
@Command(name = "show", description = "One rule, with its text.", mixinStandardHelpOptions = true)
final class RulesShowCommand implements Runnable {
    @Parameters(paramLabel = "ID", description = "Id of the rule, as in memory/does-not-fit.")
    private String id = "";

    @Mixin
    private final RuleOptions options = new RuleOptions();

    @Override
    public void run() {
        LoadedRules loaded = options.load();
        RuleDefinition rule = find(loaded.orThrow().rules());
        String text = loaded.text(rule);
        options.print(
                options.output() == RuleOptions.Output.JSON
                        ? RulesJson.of(rule, text)
                        : RuleList.show(rule, text, options.screen()));
    }

    private RuleDefinition find(List<RuleDefinition> rules) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow(() -> unknown(rules));
    }

    private BadRequestException unknown(List<RuleDefinition> rules) {
        Text hint =
                NearestName.hintText(id, rules.stream().map(RuleDefinition::id).toList());
        String line = System.lineSeparator();
        return new BadRequestException(List.of(new Text(
                "The rule (%s) is not known.%s%s".formatted(id, line, hint.en()).strip(),
                "没有该规则（%s）。%s%s".formatted(id, line, hint.zh()).strip())));
    }
}
