package advisor.cli.command;

import advisor.catalog.Catalog;
import advisor.catalog.CatalogCheck;
import advisor.cli.option.Answer;
import advisor.cli.option.ExitCode;
import advisor.report.json.CheckJson;
import advisor.report.json.JUnitXml;
import advisor.report.json.Sarif;
import advisor.text.Language;
import advisor.text.LoadException;
import advisor.text.Problem;
import advisor.words.Phrases;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code advisor catalog check}: every fault at once, with its place; and sources that nothing cites. */
@Command(
        name = "check",
        description = "All that is wrong with the catalog's files, and what is in them: text, json, sarif or junit.",
        mixinStandardHelpOptions = true)
final class CatalogCheckCommand implements Callable<Integer> {
    private static final String TOOL = "advisor catalog check";

    @Mixin
    private final Answer answer = new Answer();

    @Override
    public Integer call() {
        CatalogCheck check = answer.check();
        switch (answer.output()) {
            case SARIF -> answer.print(Sarif.of(TOOL, check.faults(), check.warnings()));
            case JUNIT -> answer.print(JUnitXml.of(TOOL, check.faults()));
            case JSON -> answer.print(CheckJson.of(check.faults(), check.warnings()));
            default -> answer.print(text(check, answer.language()));
        }
        return check.catalog() == null ? ExitCode.DOES_NOT_LOAD : ExitCode.OK;
    }

    /** @throws LoadException with every fault of every file */
    private static String text(CatalogCheck check, Language language) {
        Catalog catalog = check.catalog();
        if (catalog == null) {
            throw new LoadException(check.faults());
        }
        Phrases phrases = new Phrases(language);
        return check.warnings().stream()
                        .map(warning -> warning(warning, language, phrases))
                        .collect(Collectors.joining())
                + phrases.say(
                        "catalog-check.sum",
                        catalog.texts().files().size(),
                        catalog.accelerators().size(),
                        catalog.models().size(),
                        catalog.options().size(),
                        catalog.sources().size(),
                        check.warnings().size())
                + "\n";
    }

    private static String warning(Problem warning, Language language, Phrases phrases) {
        return phrases.say(
                        "catalog-check.warning", warning.place(), warning.said().in(language)) + "\n";
    }
}
