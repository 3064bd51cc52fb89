package advisor.http.call;

import advisor.report.json.JsonReport;
import advisor.request.FieldFault;
import advisor.text.Language;
import advisor.text.Problem;
import advisor.text.Text;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 has it: title and detail in one language, each fault in both.
 *
 * @param code the kind of problem, for programs
 * @param faults each with its field; without any the title says it all
 * @param places what is wrong in files, if that is it
 */
public record ProblemDetails(int status, String code, List<FieldFault> faults, List<Problem> places) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** What stands before a code in a type. */
    public static final String TYPE = "urn:advisor:problem:";

    static final String TOO_SLOW = "too-slow";

    private static final String FAULTY_FIELD = "faulty-field";
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    public ProblemDetails(int status, List<FieldFault> faults) {
        this(status, code(status, faults), faults, List.of());
    }

    /** The kinds of problems that there are. */
    public static List<String> codes() {
        return Stream.concat(StatusText.codes().stream(), Stream.of(FAULTY_FIELD, TOO_SLOW))
                .sorted()
                .toList();
    }

    private static String code(int status, List<FieldFault> faults) {
        boolean field = status == 400 && faults.stream().anyMatch(fault -> fault.field() != null);
        return field ? FAULTY_FIELD : StatusText.code(status);
    }

    /** Faults of files, in the checker's words. */
    static ProblemDetails ofFiles(int status, List<Problem> problems) {
        return new ProblemDetails(
                status,
                StatusText.code(status),
                problems.stream()
                        .map(problem -> new FieldFault(null, new Text(problem.toString(), problem.toString())))
                        .toList(),
                problems);
    }

    /** @param requestId by which the log knows the call */
    public String json(Language language, String requestId) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", TYPE + code);
        node.put("code", code);
        node.put("title", StatusText.title(status).in(language));
        node.put("status", status);
        node.put("detail", detail(language));
        node.put("requestId", requestId);
        ArrayNode errors = node.putArray("errors");
        faults.forEach(fault -> error(errors.addObject(), fault));
        if (!places.isEmpty()) {
            node.set("faults", ProblemNodes.of(places));
        }
        return JsonReport.print(node);
    }

    private String detail(Language language) {
        return faults.isEmpty()
                ? StatusText.title(status).in(language)
                : faults.stream().map(fault -> fault.text().in(language)).collect(Collectors.joining("\n"));
    }

    private static void error(ObjectNode node, FieldFault fault) {
        Text text = fault.text();
        node.put("field", fault.field()).putObject("text").put("en", text.en()).put("zh", text.zh());
        if (fault.line() > 0) {
            node.put("line", fault.line());
        }
    }

    /** The language of an {@code Accept-Language} header; English if it asks for neither, or is none. */
    public static Language language(@Nullable String accepted) {
        try {
            Locale best = accepted == null ? null : Locale.lookup(LanguageRange.parse(accepted), LANGUAGES);
            return Locale.CHINESE.equals(best) ? Language.ZH : Language.EN;
        } catch (IllegalArgumentException e) {
            return Language.EN;
        }
    }
}
