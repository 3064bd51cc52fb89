package advisor.cli.option;

import advisor.catalog.Catalog;
import advisor.request.BadRequestException;
import advisor.request.ModelList;
import advisor.request.OfferFile;
import advisor.request.Question;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import advisor.request.RequestFile;
import advisor.text.LoadException;
import advisor.text.Text;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The request as options, with a file beneath them: an option overrides the file. */
public final class RequestOptions {
    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Request file (YAML); options override it.")
    private @Nullable Path file;

    private static final String OFFERS = "offers";

    private final FieldOptions options = new FieldOptions(RequestFields.all());
    private @Nullable CommandSpec spec;

    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec command) {
        spec = command;
        options.addTo(command);
    }

    /**
     * What is asked of a model of the catalog, or one that its files describe.
     *
     * @throws BadRequestException with every fault
     */
    public Question question(Catalog catalog) {
        return told(question(fields(catalog), catalog));
    }

    /** What is asked of each of several models of the catalog; of one alone, as {@link #question(Catalog)}. */
    public List<Question> questions(Catalog catalog) {
        List<Map<String, String>> each = ModelList.each(ModelArgument.named(fields(catalog), catalog));
        List<Question> questions = each.size() == 1
                ? List.of(question(each.get(0), catalog))
                : each.stream().map(one -> Question.of(one, today())).toList();
        told(questions.get(0));
        return questions;
    }

    /** Whoever asks of a day to come is told that nobody knows it. */
    private Question told(Question question) {
        try {
            tellOfADayToCome(question.request().asOf(), question.today());
        } catch (BadRequestException e) {
            // What is wrong with it is told by who judges it.
        }
        return question;
    }

    private void tellOfADayToCome(LocalDate asOf, LocalDate today) {
        CommandSpec command = spec;
        if (command != null && asOf.isAfter(today)) {
            Text ahead = new Text(
                    "The as-of (%s) lies ahead: this is what is known today, and nothing of what comes until then."
                            .formatted(asOf),
                    "as-of（%s）尚未到来：以下是今天所知，其间的变化无人知道。".formatted(asOf));
            command.commandLine().getErr().println(ahead.in(Speech.of(command.commandLine())));
        }
    }

    static Question question(Map<String, String> fields, Catalog catalog) {
        return ModelArgument.question(fields, today(), catalog);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** What the file and the options say, by field name; of what may be given several times both hold, the later before the earlier. */
    private Map<String, String> fields(Catalog catalog) {
        Map<String, String> fields = new TreeMap<>();
        Map<String, String> typed = options.fields();
        String path = typed.remove(OFFERS);
        Path offers = path == null ? null : Path.of(path);
        Stream.of(read(file, RequestOptions::request), read(offers, from -> OfferFile.fields(from, catalog)), typed)
                .forEach(source -> source.forEach(
                        (name, value) -> fields.merge(name, value, (one, other) -> joined(name, one, other))));
        return fields;
    }

    private static String joined(String name, String one, String other) {
        RequestField<?> field = RequestFields.find(name);
        String separator = field == null ? null : field.type().kind().separator();
        return separator == null ? other : one + separator + other;
    }

    /** Reads the fields of a request from a file. */
    private interface Reading {
        Map<String, String> from(Path file) throws IOException;
    }

    private static Map<String, String> request(Path file) throws IOException {
        return RequestFile.parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    }

    private static Map<String, String> read(@Nullable Path given, Reading reading) {
        if (given == null) {
            return Map.of();
        }
        try {
            return reading.from(given);
        } catch (LoadException e) {
            throw new BadRequestException(e.texts());
        } catch (IOException e) {
            throw new BadRequestException(List.of(unread(given, e)));
        }
    }

    private static Text unread(Path given, IOException why) {
        if (why instanceof CharacterCodingException) {
            return new Text(
                    "The request file (%s) is not UTF-8 text. Maybe it is GBK: iconv -f GBK -t UTF-8?".formatted(given),
                    "请求文件（%s）不是 UTF-8 文本。若为 GBK，请先用 iconv -f GBK -t UTF-8 转换。".formatted(given));
        }
        if (Files.isDirectory(given)) {
            return new Text("The request file (%s) is a folder.".formatted(given), "请求文件（%s）是文件夹。".formatted(given));
        }
        return Files.exists(given)
                ? new Text("The request file (%s) cannot be read.".formatted(given), "请求文件（%s）无法读取。".formatted(given))
                : new Text("There is no request file (%s).".formatted(given), "没有请求文件（%s）。".formatted(given));
    }
}
