package advisor.engine;

import advisor.model.Finding;
import advisor.model.Lens;
import advisor.model.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Reads what one rule says of itself. */
final class RuleReader {
    private static final Pattern FACTORY = Pattern.compile("Finding\\s*\\.\\s*(\\w+)\\s*\\((\\s*\"([^\"]*)\")?");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ANNOTATION = Pattern.compile("(?m)^\\s*@(\\w+)");
    private static final List<String> ANNOTATIONS =
            List.of("id", "source", "points", "lens", "corrects", "since", "en", "zh", "lint");
    private static final List<String> STATEMENTS = List.of("blocker", "unknown", "concern", "merit", "note", "remark");
    private static final String REMARK = "remark";

    private final RuleFile file;
    private final RuleDescr rule;
    private final Faults faults;
    private final String id;

    RuleReader(RuleFile file, RuleDescr rule, Faults faults) {
        this.file = file;
        this.rule = rule;
        this.faults = faults;
        this.id = file.idOf(rule);
    }

    /** The rule; {@code null} if something is wrong with it. */
    @Nullable RuleDefinition read() {
        int before = faults.size();
        checkAnnotations();
        checkId(required("id"));
        Finding.Kind kind = statement();
        Text text = new Text(required("en"), required("zh"));
        List<String> sources = citations(required("source"));
        checkPlaceholders(text);
        int points = points(kind);
        Lens lens = lens();
        LocalDate since = since();
        if (faults.size() > before || kind == null) {
            return null;
        }
        return new RuleDefinition(
                id,
                rule.getName(),
                file.folder(),
                file.name(),
                rule.getLine(),
                rule.getEndLine(),
                kind,
                points,
                sources,
                text,
                lens,
                value("corrects"),
                since,
                exceptions());
    }

    private List<String> exceptions() {
        String exceptions = value("lint");
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

    /** Drools keeps the first of two equal annotations, takes unknown ones, and breaks on those with several keys. */
    private void checkAnnotations() {
        Matcher matcher = ANNOTATION.matcher(file.text(RuleFile.Span.of(rule)));
        Set<String> seen = new HashSet<>();
        while (matcher.find()) {
            String name = matcher.group(1);
            int line = rule.getLine()
                    + (int) file.text(RuleFile.Span.of(rule))
                            .substring(0, matcher.start(1))
                            .chars()
                            .filter(character -> character == '\n')
                            .count();
            checkAnnotation(name, line, !seen.add(name));
        }
    }

    private void checkAnnotation(String name, int line, boolean repeated) {
        int column = file.lines().get(line - 1).indexOf("@" + name) + 1;
        if (!ANNOTATIONS.contains(name)) {
            faults.add(
                    Check.UNKNOWN_ANNOTATION,
                    id,
                    line,
                    column,
                    "The annotation (@%s) is not known.".formatted(name),
                    "Known: @" + String.join(", @", ANNOTATIONS) + ".");
        } else if (repeated) {
            faults.add(
                    Check.REPEATED_ANNOTATION,
                    id,
                    line,
                    column,
                    "The annotation (@%s) stands twice: only the first would count.".formatted(name),
                    "Several sources stand in one text, separated by commas.");
        } else if (hasSeveralKeys(name)) {
            faults.add(
                    Check.ANNOTATION_VALUE,
                    id,
                    line,
                    column,
                    "The annotation (@%s) must have one value.".formatted(name),
                    "Maybe @%s(\"…\")?".formatted(name));
        }
    }

    private boolean hasSeveralKeys(String name) {
        AnnotationDescr annotation = rule.getAnnotation(name);
        return annotation != null
                && annotation.getValueMap().keySet().stream().anyMatch(key -> !AnnotationDescr.VALUE.equals(key));
    }

    private void checkId(String written) {
        boolean right = written.isEmpty()
                || (written.startsWith(file.topic() + "/")
                        && SLUG.matcher(written.substring(file.topic().length() + 1))
                                .matches());
        if (!right) {
            add(
                    Check.ID,
                    written,
                    "The id (%s) must be %s/ and a name in lower case with hyphens.".formatted(written, file.topic()),
                    "");
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

    /** What the rule states; {@code null} if that is not one finding. */
    private Finding.@Nullable Kind statement() {
        List<MatchedStatement> stated = FACTORY.matcher(String.valueOf(rule.getConsequence()))
                .results()
                .map(match -> new MatchedStatement(match.group(1), match.group(3)))
                .toList();
        if (stated.size() != 1) {
            addCount(stated.size());
            return null;
        }
        if (!STATEMENTS.contains(stated.get(0).factory()) || stated.get(0).id() == null) {
            addMalformed(stated.get(0).factory());
            return null;
        }
        MatchedStatement statement = stated.get(0);
        if (!id.equals(statement.id())) {
            RuleFile.Place place = file.find(
                    "\"" + statement.id() + "\"",
                    new RuleFile.Span(Math.max(1, rule.getConsequenceLine()), rule.getEndLine()));
            faults.add(
                    Check.FINDING,
                    id,
                    place.line(),
                    place.column(),
                    "The finding's id (%s) must be the rule's id (%s).".formatted(statement.id(), id),
                    "");
        }
        return kind(statement.factory());
    }

    private record MatchedStatement(String factory, @Nullable String id) {}

    private void addCount(int count) {
        RuleFile.Place first = file.find("Finding.", consequence());
        RuleFile.Place place = count < 2
                ? new RuleFile.Place(rule.getConsequenceLine(), 0)
                : file.find("Finding.", new RuleFile.Span(first.line() + 1, rule.getEndLine()));
        faults.add(
                Check.FINDING,
                id,
                place.line(),
                place.column(),
                "The rule (%s) must state one finding, and states %s.".formatted(rule.getName(), count),
                example());
    }

    private void addMalformed(String factory) {
        RuleFile.Place place = file.find("Finding." + factory, consequence());
        faults.add(
                Check.FINDING,
                id,
                place.line(),
                place.column(),
                STATEMENTS.contains(factory)
                        ? "The finding (Finding.%s) must be given the rule's id first.".formatted(factory)
                        : "There is no Finding.%s: a finding is one of %s.".formatted(factory, STATEMENTS),
                example());
    }

    private String example() {
        return "Maybe insertLogical(Finding.concern(\"%s\", $candidate));".formatted(id);
    }

    private RuleFile.Span consequence() {
        return new RuleFile.Span(Math.max(1, rule.getConsequenceLine()), rule.getEndLine());
    }

    private static Finding.Kind kind(String factory) {
        return REMARK.equals(factory) ? Finding.Kind.NOTE : Finding.Kind.valueOf(factory.toUpperCase(Locale.ROOT));
    }

    private int points(Finding.@Nullable Kind kind) {
        String points = value("points");
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

    private @Nullable Lens lens() {
        String lens = value("lens");
        if (lens == null) {
            return null;
        }
        try {
            return Lens.valueOf(lens.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            add(
                    Check.ANNOTATION_VALUE,
                    "@lens",
                    "The @lens (%s) of rule (%s) is not known.".formatted(lens, rule.getName()),
                    "Maybe founding or evidence?");
            return null;
        }
    }

    private @Nullable LocalDate since() {
        String since = value("since");
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
        String value = value(annotation);
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

    private @Nullable String value(String annotation) {
        AnnotationDescr descriptor = rule.getAnnotation(annotation);
        Object value = descriptor == null || hasSeveralKeys(annotation) ? null : descriptor.getSingleValueAsString();
        return value == null ? null : unquoted(value.toString());
    }

    /** Drools keeps the quotes of annotation values. */
    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private void add(Check check, String at, String message, String hint) {
        faults.addAt(check, rule, at, message, hint);
    }
}
