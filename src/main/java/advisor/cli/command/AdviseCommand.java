package advisor.cli.command;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.survey.ModelChoice;
import advisor.audit.record.Decision;
import advisor.audit.record.Openings;
import advisor.catalog.Catalog;
import advisor.cli.option.ExitCode;
import advisor.cli.option.Locations;
import advisor.cli.option.RecordOptions;
import advisor.cli.option.RequestOptions;
import advisor.cli.option.Speech;
import advisor.facts.unit.Source;
import advisor.report.file.CsvReport;
import advisor.report.file.HtmlReport;
import advisor.report.file.MarkdownReport;
import advisor.report.file.ModelChoiceMarkdown;
import advisor.report.file.XlsxReport;
import advisor.report.json.JsonReport;
import advisor.report.json.ModelsJson;
import advisor.report.screen.Screen;
import advisor.report.text.AnswerPage;
import advisor.report.text.ModelChoiceReport;
import advisor.report.text.TextReport;
import advisor.request.BadRequestException;
import advisor.request.Question;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.text.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code advisor advise}. */
@Command(name = "advise", description = "Judge every option for a request.", mixinStandardHelpOptions = true)
public final class AdviseCommand implements Callable<Integer> {
    @Mixin
    private final RequestOptions requestOptions = new RequestOptions();

    @Mixin
    private final RecordOptions recordOptions = new RecordOptions();

    @Option(
            names = "--output",
            paramLabel = "text|json|html|markdown|csv|xlsx",
            description = "Format of the answer; default: text.")
    private Output output = Output.TEXT;

    @Option(names = "--all", description = "Show each option with its reasons, notes and assumptions, not one page.")
    private boolean all;

    @Mixin
    private final Locations locations = new Locations();

    @Mixin
    private final Speech speech = new Speech();

    @Option(names = "--bom", description = "Begin CSV with a byte order mark, by which Excel knows that it is UTF-8.")
    private boolean byteOrderMark;

    @Spec
    private @Nullable CommandSpec spec;

    private final OutputStream bytes;

    /** Formats of an advice. */
    enum Output {
        TEXT,
        JSON,
        HTML,
        MARKDOWN,
        CSV,
        XLSX
    }

    private AdviseCommand(OutputStream bytes) {
        this.bytes = bytes;
    }

    /**
     * The command. If it is the one that is asked for, rules are read while its arguments are parsed.
     *
     * @param bytes takes an answer that is no text
     */
    public static AdviseCommand begun(List<String> arguments, OutputStream bytes) {
        AdviseCommand command = new AdviseCommand(bytes);
        boolean asked = !arguments.isEmpty() && arguments.get(0).equals("advise") && !arguments.contains("--help");
        if (asked && arguments.stream().noneMatch(Locations::concerns)) {
            command.locations.beginRules();
        }
        return command;
    }

    @Override
    public Integer call() {
        recordOptions.refuseIfUnusable();
        locations.beginRules();
        Catalog catalog = locations.catalog();
        List<Question> questions = requestOptions.questions(catalog);
        return questions.size() == 1 ? one(questions.get(0), catalog) : several(questions, catalog);
    }

    private int several(List<Question> questions, Catalog catalog) {
        recordOptions.refuseOneFile();
        refuseOneModel();
        ModelChoice.refuseFaults(catalog, questions);
        ModelChoice choice = recordOptions.asked()
                ? ModelChoice.of(questions.stream()
                        .map(question -> decision(question, catalog).advice())
                        .toList())
                : ModelChoice.of(new Advisor(catalog, locations.rules()), questions);
        print(report(choice));
        if (!choice.complete()) {
            return ExitCode.DOES_NOT_LOAD;
        }
        return choice.viable() ? ExitCode.OK : ExitCode.NOTHING_VIABLE;
    }

    private String report(ModelChoice choice) {
        Language language = speech.language();
        return switch (output) {
            case TEXT -> ModelChoiceReport.of(choice, speech.screen());
            case JSON -> JsonReport.print(ModelsJson.tree(choice));
            case MARKDOWN -> ModelChoiceMarkdown.of(choice, language);
            case CSV -> marked(CsvReport.of(choice, language));
            case HTML, XLSX -> throw new IllegalStateException("It was refused before.");
        };
    }

    private void refuseOneModel() {
        if (output == Output.HTML || output == Output.XLSX) {
            throw new BadRequestException(List.of(new Text(
                    "The output (%s) shows one model: several are told as text, json, markdown or csv."
                            .formatted(Ids.of(output)),
                    "output（%s）只展示一个模型：多个模型请用 text、json、markdown 或 csv。".formatted(Ids.of(output)))));
        }
    }

    private int one(Question question, Catalog catalog) {
        Advice advice = decision(question, catalog).advice();
        if (output == Output.XLSX) {
            write(XlsxReport.of(advice, catalog.sources(), speech.language()));
        } else {
            print(report(advice, catalog.sources()));
        }
        return advice.complete() ? exitCode(advice) : ExitCode.DOES_NOT_LOAD;
    }

    private String report(Advice advice, Map<String, Source> sources) {
        Language language = speech.language();
        return switch (output) {
            case TEXT -> text(advice);
            case JSON -> JsonReport.of(advice);
            case HTML -> HtmlReport.of(advice, sources, language);
            case MARKDOWN -> MarkdownReport.of(advice, sources, language);
            case CSV -> marked(CsvReport.of(advice, language));
            case XLSX -> throw new IllegalStateException("It is no text.");
        };
    }

    private String marked(String csv) {
        return byteOrderMark ? "\uFEFF" + csv : csv;
    }

    /** What stands between answer and reader hears of a failure and tells it. */
    private void write(byte[] answer) {
        try {
            bytes.write(answer);
            bytes.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One page, and all where a rule failed or all is asked for. */
    private String text(Advice advice) {
        Screen screen = speech.screen();
        return all || !advice.complete() ? TextReport.of(advice, screen) : AnswerPage.of(advice, screen);
    }

    private void print(String text) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(text);
        out.flush();
    }

    private static int exitCode(Advice advice) {
        return advice.viable().isEmpty() ? ExitCode.NOTHING_VIABLE : ExitCode.OK;
    }

    /** Recorded before anything is said: there is no answer that a record was asked of and lacks. */
    private Decision decision(Question question, Catalog catalog) {
        Openings openings = recordOptions.openings(question);
        Decision decision = Decision.of(question, catalog, locations.rules());
        recordOptions.record(decision, openings, speech.language());
        return decision;
    }
}
