package advisor.cli;

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
final class RulesCommand extends CommandGroup {}
