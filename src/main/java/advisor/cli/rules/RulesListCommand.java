package advisor.cli.rules;

import advisor.report.json.RulesJson;
import advisor.report.text.RuleList;
import advisor.rules.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code advisor rules list}. */
@Command(name = "list", description = "All rules, a line each.", mixinStandardHelpOptions = true)
final class RulesListCommand implements Runnable {
    @Mixin
    private final RuleOptions options = new RuleOptions();

    @Override
    public void run() {
        RuleBook book = options.load().orThrow();
        options.print(
                options.output() == RuleOptions.Output.JSON
                        ? RulesJson.of(book)
                        : RuleList.of(book.rules(), options.screen()));
    }
}
