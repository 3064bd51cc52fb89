package advisor.cli.rules;

import advisor.cli.option.CommandGroup;
import picocli.CommandLine.Command;

/** {@code advisor rules}: the workshop for those who write rules. */
@Command(
        name = "rules",
        description = "List, check, test and compare rules.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RulesListCommand.class,
            RulesShowCommand.class,
            RulesCheckCommand.class,
            RulesTestCommand.class,
            RulesCoverageCommand.class,
            RulesDiffCommand.class,
            RulesDocCommand.class,
            RulesNewCommand.class
        })
public final class RulesCommand extends CommandGroup {}
