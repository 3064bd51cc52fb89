package advisor.rules.text;

import advisor.facts.Ceiling;
import advisor.facts.Finding;
import advisor.facts.Lens;
import advisor.text.Ids;
import advisor.text.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Reads what one rule says of itself. */
public final class RuleReader {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final RuleFile file;
    private final RuleDescr rule;
    private final Faults faults;
    private final String id;
    private final RuleAnnotations annotations;

    public RuleReader(RuleFile file, RuleDescr rule, Faults faults) {
        this.file = file;
        this.rule = rule;
        this.faults = faults;
        this.id = rule.getName();
        this.annotations = new RuleAnnotations(file, rule, faults);
    }

    /** The rule; {@code null} if something is wrong with it. */
    public @Nullable RuleDefinition read() {
        int before = faults.size();
        annotations.check();
        checkId();
        Finding.Kind kind = new RuleStatement(file, rule, faults).read();
        Text text = new Text(required("en"), required("zh"));
        List<String> sources = citations(required("source"));
        checkPlaceholders(text);
        int points = points(kind);
        Ceiling atMost = oneOf("atMost", Ceiling.class);
        Lens lens = oneOf("lens", Lens.class);
        LocalDate since = since();
        if (faults.size() > before || kind == null) {
            return null;
        }
        return new RuleDefinition(
                id,
                file.folder(),
                file.name(),
                rule.getLine(),
                rule.getEndLine(),
                kind,
                points,
                atMost,
                sources,
                text,
                lens,
                annotations.value("corrects"),
                since,
                exceptions());
    }

    private List<String> exceptions() {
        String exceptions = annotations.value("lint");
        return exceptions == null
                ? List.of()
                : Arrays.stream(exceptions.split(";", -1)).map(String::strip).toList();
    }

    private static List<String> citations(String sources) {
        return Arrays.stream(sources.split(",", -1))
                .map(String::strip)
                .filter(source -> !source.isEmpty())
                .toList();
    }

    private void checkId() {
        boolean right = id.startsWith(file.topic() + "/")
                && SLUG.matcher(id.substring(file.topic().length() + 1)).matches();
        if (!right) {
            add(
                    Check.ID,
                    id,
                    "The name (%s) of a rule is its id: %s/ and a name in lower case with hyphens."
                            .formatted(id, file.topic()),
                    "What it says stands in @en and @zh.");
        }
    }

    /** Both sentences must show the same values, and each must start from something the rule binds. */
    private void checkPlaceholders(Text text) {
        Set<String> english = Placeholders.in(text.en());
        Set<String> chinese = Placeholders.in(text.zh());
        if (!english.equals(chinese) && !text.en().isEmpty() && !text.zh().isEmpty()) {
            add(
                    Check.PLACEHOLDERS_DIFFER,
                    chinese.containsAll(english) ? "@en" : "@zh",
                    "The sentences of rule (%s) show different values: %s in English, %s in Chinese."
                            .formatted(rule.getName(), english, chinese),
                    "");
        }
        String body = DrlCode.of(file.text(RuleFile.Span.of(rule))).code();
        for (String path : english) {
            String binding = "$" + path.split("\\.", -1)[0];
            if (!Pattern.compile(Pattern.quote(binding) + "\\s*:").matcher(body).find()) {
                add(
                        Check.PLACEHOLDER_UNBOUND,
                        "{" + path,
                        "The placeholder ({%s}) of rule (%s) starts from nothing that the rule binds."
                                .formatted(path, rule.getName()),
                        "Maybe %s : … is missing in its conditions?".formatted(binding));
            }
        }
    }

    private int points(Finding.@Nullable Kind kind) {
        String points = annotations.value("points");
        boolean carries = kind == Finding.Kind.CONCERN || kind == Finding.Kind.MERIT;
        if (carries && points == null) {
            add(
                    Check.POINTS,
                    "rule",
                    "The rule (%s) must have @points.".formatted(rule.getName()),
                    "Maybe @points(-4)?");
        }
        if (kind != null && !carries && points != null) {
            add(
                    Check.POINTS,
                    "@points",
                    "The rule (%s) states a %s and must have no @points."
                            .formatted(rule.getName(), kind.name().toLowerCase(Locale.ROOT)),
                    "Points belong to a concern or a merit.");
        }
        int number = points == null ? 0 : wholeNumber(points);
        checkSign(kind, number);
        return number;
    }

    private void checkSign(Finding.@Nullable Kind kind, int points) {
        if (kind == Finding.Kind.CONCERN && points > 0 || kind == Finding.Kind.MERIT && points < 0) {
            add(
                    Check.POINTS,
                    "@points",
                    "The @points (%s) of rule (%s) must be %s 0: it states a %s."
                            .formatted(
                                    points,
                                    rule.getName(),
                                    kind == Finding.Kind.CONCERN ? "below" : "above",
                                    kind.name().toLowerCase(Locale.ROOT)),
                    "Maybe @points(%s)?".formatted(-points));
        }
    }

    private int wholeNumber(String points) {
        try {
            return Integer.parseInt(points.replace(" ", ""));
        } catch (NumberFormatException e) {
            add(
                    Check.ANNOTATION_VALUE,
                    "@points",
                    "The @points (%s) of rule (%s) must be a whole number.".formatted(points, rule.getName()),
                    "A whole number with its sign, as in @points(-4).");
            return 0;
        }
    }

    private <E extends Enum<E>> @Nullable E oneOf(String annotation, Class<E> type) {
        String value = annotations.value(annotation);
        if (value == null) {
            return null;
        }
        List<E> known = List.of(type.getEnumConstants());
        E meant = known.stream()
                .filter(constant -> Ids.of(constant).equals(value))
                .findFirst()
                .orElse(null);
        if (meant == null) {
            add(
                    Check.ANNOTATION_VALUE,
                    "@" + annotation,
                    "The @%s (%s) of rule (%s) is not known.".formatted(annotation, value, rule.getName()),
                    "Maybe %s?".formatted(known.stream().map(Ids::of).collect(Collectors.joining(" or "))));
        }
        return meant;
    }

    private @Nullable LocalDate since() {
        String since = annotations.value("since");
        if (since == null) {
            return null;
        }
        try {
            return LocalDate.parse(since.replace(" ", ""));
        } catch (DateTimeParseException e) {
            add(
                    Check.ANNOTATION_VALUE,
                    "@since",
                    "The @since (%s) of rule (%s) must be a date.".formatted(since, rule.getName()),
                    "Maybe @since(\"2025-02-11\")?");
            return null;
        }
    }

    private String required(String annotation) {
        String value = annotations.value(annotation);
        if (value == null || value.isBlank()) {
            add(
                    Check.MISSING_ANNOTATION,
                    "@" + annotation,
                    "The rule (%s) must have @%s.".formatted(rule.getName(), annotation),
                    annotation.equals("id") ? "Maybe @id(\"%s/…\")?".formatted(file.topic()) : "");
            return "";
        }
        return value;
    }

    private void add(Check check, String at, String message, String hint) {
        faults.addAt(check, rule, at, message, hint);
    }
}
