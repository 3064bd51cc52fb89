package advisor.cli.rules;

import advisor.report.text.ImpactText;
import advisor.workshop.Impact;
import advisor.workshop.Outcomes;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code advisor rules diff}. */
@Command(
        name = "diff",
        description = "What an edit does: verdicts that flip, scores that move; text, json or markdown.",
        mixinStandardHelpOptions = true)
final class RulesDiffCommand implements Runnable {
    @Parameters(index = "0", paramLabel = "OLD", description = "Folder of the rules as they were.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "Folder of the rules as they would be.")
    private Path after = Path.of("");

    @Mixin
    private final RuleOptions options = new RuleOptions();

    @Override
    public void run() {
        Impact impact = Impact.between(new Outcomes(options.workshop(before)), new Outcomes(options.workshop(after)));
        options.print(
                switch (options.output()) {
                    case JSON -> ImpactText.json(impact);
                    case MARKDOWN -> ImpactText.markdown(impact, options.language());
                    default -> ImpactText.of(impact, options.language());
                });
    }
}
