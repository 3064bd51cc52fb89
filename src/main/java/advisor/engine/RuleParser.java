package advisor.engine;

import advisor.model.Finding;
import advisor.model.Lens;
import advisor.model.Problem;
import advisor.model.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Reads from a rule file what its rules say of themselves, without compiling it. */
final class RuleParser {
    private static final Pattern STATEMENT = Pattern.compile("Finding\\s*\\.\\s*(\\w+)\\s*\\(\\s*\"([^\"]*)\"");
    private static final Pattern TEXT_POSITION = Pattern.compile("[Ll]ine (\\d+):(\\d+)");
    private static final String REMARK = "remark";

    private final RuleFile file;
    private final List<Problem> problems;

    private RuleParser(RuleFile file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The rules of a file in their order; what is wrong with it is added to {@code problems}. */
    static List<RuleDefinition> parse(RuleFile file, List<Problem> problems) {
        return new RuleParser(file, problems).parse();
    }

    private List<RuleDefinition> parse() {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr descriptor = descriptor(parser);
        parser.getErrors().forEach(this::addSyntaxError);
        if (descriptor == null || parser.hasErrors()) {
            return List.of();
        }
        List<RuleDefinition> rules = new ArrayList<>();
        for (RuleDescr rule : descriptor.getRules()) {
            RuleDefinition definition = definition(rule);
            if (definition != null) {
                rules.add(definition);
            }
        }
        return rules;
    }

    private @Nullable PackageDescr descriptor(DrlParser parser) {
        try {
            return parser.parse(false, file.text());
        } catch (DroolsParserException e) {
            problems.add(problem(0, "The rule file cannot be parsed: " + e.getMessage(), ""));
            return null;
        }
    }

    private void addSyntaxError(DroolsError error) {
        String message = error.getMessage().lines().findFirst().orElse("");
        Matcher position = TEXT_POSITION.matcher(message);
        boolean located = position.find();
        int line = located ? Integer.parseInt(position.group(1)) : firstLine(error);
        int column = located ? Integer.parseInt(position.group(2)) + 1 : 0;
        problems.add(new Problem("rules/" + file.name(), line, column, "Syntax error: " + message, ""));
    }

    private static int firstLine(DroolsError error) {
        int[] lines = error.getLines();
        return lines.length == 0 ? 0 : Math.max(0, lines[0]);
    }

    private @Nullable RuleDefinition definition(RuleDescr rule) {
        int before = problems.size();
        String id = required(rule, "id");
        Statement statement = statement(rule, id);
        Text text = new Text(required(rule, "en"), required(rule, "zh"));
        List<String> sources = Arrays.stream(required(rule, "source").split(",", -1))
                .map(String::strip)
                .filter(source -> !source.isEmpty())
                .toList();
        checkPlaceholders(rule, text);
        if (problems.size() > before || statement == null) {
            return null;
        }
        return new RuleDefinition(
                id,
                rule.getName(),
                file.name(),
                rule.getLine(),
                rule.getEndLine(),
                statement.kind(),
                points(rule, statement),
                sources,
                text,
                lens(rule),
                value(rule, "corrects"),
                since(rule));
    }

    /** Both sentences must show the same values, and each must start from something the rule binds. */
    private void checkPlaceholders(RuleDescr rule, Text text) {
        Set<String> english = Placeholders.in(text.en());
        Set<String> chinese = Placeholders.in(text.zh());
        if (!english.equals(chinese)) {
            problems.add(problem(
                    rule.getLine(),
                    "The sentences of rule (%s) show different values: %s in English, %s in Chinese."
                            .formatted(rule.getName(), english, chinese),
                    ""));
        }
        String body = String.join("\n", file.lines().subList(rule.getLine() - 1, rule.getEndLine()));
        for (String path : english) {
            String binding = "$" + path.split("\\.", -1)[0];
            if (!Pattern.compile(Pattern.quote(binding) + "\\s*:").matcher(body).find()) {
                problems.add(problem(
                        rule.getLine(),
                        "The placeholder ({%s}) of rule (%s) starts from nothing that the rule binds."
                                .formatted(path, rule.getName()),
                        "Maybe %s : … is missing in its conditions?".formatted(binding)));
            }
        }
    }

    /** What the consequence states. */
    private record Statement(Finding.Kind kind) {
        boolean carriesPoints() {
            return kind == Finding.Kind.CONCERN || kind == Finding.Kind.MERIT;
        }
    }

    private @Nullable Statement statement(RuleDescr rule, String id) {
        Matcher matcher = STATEMENT.matcher(String.valueOf(rule.getConsequence()));
        if (!matcher.find()) {
            problems.add(problem(
                    rule.getConsequenceLine(),
                    "The rule (%s) must state one finding.".formatted(rule.getName()),
                    "Maybe insertLogical(Finding.concern(\"%s\", $candidate));".formatted(id)));
            return null;
        }
        if (!matcher.group(2).equals(id)) {
            problems.add(problem(
                    rule.getConsequenceLine(),
                    "The finding's id (%s) must be the rule's id (%s).".formatted(matcher.group(2), id),
                    ""));
        }
        return new Statement(kind(matcher.group(1)));
    }

    private static Finding.Kind kind(String factory) {
        return REMARK.equals(factory) ? Finding.Kind.NOTE : Finding.Kind.valueOf(factory.toUpperCase(Locale.ROOT));
    }

    private int points(RuleDescr rule, Statement statement) {
        String points = value(rule, "points");
        if (statement.carriesPoints() && points == null) {
            problems.add(problem(rule.getLine(), "The rule (%s) must have @points.".formatted(rule.getName()), ""));
        }
        if (!statement.carriesPoints() && points != null) {
            problems.add(problem(
                    rule.getLine(),
                    "The rule (%s) states a %s and must have no @points.".formatted(rule.getName(), statement.kind()),
                    "Points belong to a concern or a merit."));
        }
        return points == null ? 0 : wholeNumber(rule, points);
    }

    private int wholeNumber(RuleDescr rule, String points) {
        try {
            return Integer.parseInt(points);
        } catch (NumberFormatException e) {
            problems.add(problem(
                    rule.getLine(),
                    "The @points (%s) of rule (%s) must be a whole number.".formatted(points, rule.getName()),
                    ""));
            return 0;
        }
    }

    private @Nullable Lens lens(RuleDescr rule) {
        String lens = value(rule, "lens");
        if (lens == null) {
            return null;
        }
        try {
            return Lens.valueOf(lens.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            problems.add(problem(
                    rule.getLine(),
                    "The @lens (%s) of rule (%s) is not known.".formatted(lens, rule.getName()),
                    "Maybe founding or evidence?"));
            return null;
        }
    }

    private @Nullable LocalDate since(RuleDescr rule) {
        String since = value(rule, "since");
        if (since == null) {
            return null;
        }
        try {
            return LocalDate.parse(since.replace(" ", ""));
        } catch (DateTimeParseException e) {
            problems.add(problem(
                    rule.getLine(),
                    "The @since (%s) of rule (%s) must be a date.".formatted(since, rule.getName()),
                    "Maybe \"2025-02-11\"?"));
            return null;
        }
    }

    private String required(RuleDescr rule, String annotation) {
        String value = value(rule, annotation);
        if (value == null) {
            problems.add(
                    problem(rule.getLine(), "The rule (%s) must have @%s.".formatted(rule.getName(), annotation), ""));
            return "";
        }
        return value;
    }

    private static @Nullable String value(RuleDescr rule, String annotation) {
        AnnotationDescr descriptor = rule.getAnnotation(annotation);
        Object value = descriptor == null ? null : descriptor.getSingleValueAsString();
        return value == null ? null : unquoted(value.toString());
    }

    /** Drools keeps the quotes of annotation values. */
    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private Problem problem(int line, String message, String hint) {
        return new Problem("rules/" + file.name(), Math.max(0, line), 0, message, hint);
    }
}
