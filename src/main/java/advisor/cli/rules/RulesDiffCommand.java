package advisor.cli.rules;

import advisor.cli.option.ImpactOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code advisor rules diff}. */
@Command(
        name = "diff",
        description = "What an edit does: verdicts that flip, scores that move; text, json or markdown.",
        mixinStandardHelpOptions = true)
final class RulesDiffCommand implements Runnable {
    @Mixin
    private final ImpactOptions options = new ImpactOptions();

    @Override
    public void run() {
        options.printOfRules();
    }
}
