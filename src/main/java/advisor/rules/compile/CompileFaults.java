package advisor.rules.compile;

import advisor.rules.text.Check;
import advisor.rules.text.DrlCode;
import advisor.rules.text.FactTypes;
import advisor.rules.text.Faults;
import advisor.rules.text.Properties;
import advisor.rules.text.RuleFile;
import advisor.rules.text.RuleParts;
import advisor.rules.text.Segments;
import advisor.rules.text.Segments.Segment;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what the compiler says of a rule into what its author can use: no generated names, and a place. */
final class CompileFaults {
    private static final Pattern LEFT_PART = Pattern.compile("Unable to parse left part of expression: (.*)");
    private static final Pattern EXPRESSION = Pattern.compile("Unable to Analyse Expression (.*?):?$");
    private static final Pattern MISSING =
            Pattern.compile("(?:Unknown field|Method) (\\w+) on class (?:\\w+\\.)*(\\w+)");
    private static final Pattern CLASS = Pattern.compile("Unable to find class: (\\S+)");
    private static final Pattern INPUT = Pattern.compile("^For input string: \"(.*)\"");
    private static final Pattern CONSEQUENCE = Pattern.compile(
            "Unable to parse consequence.*\\(line (\\d+),col \\d+\\) Parse error\\. Found (.*?)(, expected.*)?$");
    private static final Pattern VARIABLE = Pattern.compile("\\$[\\p{L}\\p{N}_]+");
    private static final Pattern TYPE = Pattern.compile("\\b([A-Z]\\w*)\\.[A-Z]");
    private static final Pattern BINDING = Pattern.compile("^\\$[^:]*:");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final Pattern GENERATED = Pattern.compile(
            "\\b\\S*(Lambda|GENERATED_|Rules)[A-Z0-9_]\\w*\\S*|_this|PatternDSL|alphaIndexedBy|betaIndexedBy");
    private static final Pattern COMPARED = Pattern.compile("[=!]=\\s*\\$");
    private static final String TEXT_OF = "java.lang.String.valueOf";
    private static final Set<String> COMMON = Set.of(
            "the", "is", "for", "in", "not", "when", "then", "rule", "end", "type", "of", "and", "class", "expected");

    private final RuleFile file;
    private final RuleFile.Span span;
    private final String rule;
    private final Faults faults;

    CompileFaults(RuleFile file, RuleFile.Span span, String rule, Faults faults) {
        this.file = file;
        this.span = span;
        this.rule = rule;
        this.faults = faults;
    }

    /**
     * @param errors of the compiler, a line each
     * @param forbidden classes and members that the compiled rule must not name
     * @param without what the compiler says when a constraint is left out
     */
    void add(List<String> errors, Collection<String> forbidden, Function<Segment, List<String>> without) {
        errors.stream()
                .filter(error -> !error.startsWith("Parser returned a null Package") || errors.size() == 1)
                .limit(1)
                .forEach(error -> compile(error, errors, without));
        forbidden.stream()
                .filter(name -> forbidden.stream().noneMatch(longer -> longer.startsWith(name + ".")))
                .forEach(this::refuse);
    }

    private void compile(String error, List<String> errors, Function<Segment, List<String>> without) {
        Matcher left = LEFT_PART.matcher(error);
        Matcher expression = EXPRESSION.matcher(error);
        Matcher type = CLASS.matcher(error);
        Matcher consequence = CONSEQUENCE.matcher(error);
        if (consequence.find()) {
            consequence(Integer.parseInt(consequence.group(1)), consequence.group(2));
        } else if (left.find()) {
            String found = left.group(1).strip();
            fault(
                    found,
                    "The condition (%s) names something that its fact does not have.".formatted(found),
                    Properties.hint(Segments.typeOf(file, span, found), found));
        } else if (expression.find()) {
            expression(expression.group(1).strip());
        } else if (type.find()) {
            fault(
                    type.group(1),
                    "The class (%s) is not known.".formatted(type.group(1)),
                    FactTypes.hint(type.group(1)));
        } else {
            condition(error, errors, without);
        }
    }

    private void consequence(int lineOfConsequence, String found) {
        boolean unfinished = found.equals("\"}\"");
        faults.add(
                Check.COMPILE,
                rule,
                lineOfThen() + lineOfConsequence - 1,
                0,
                "The consequence is not valid Java: %s is not expected here.".formatted(found),
                unfinished ? "Maybe ; is missing?" : found.equals("\";\"") ? "Maybe ) is missing?" : "");
    }

    private int lineOfThen() {
        RuleParts parts = RuleParts.of(file, span);
        return RuleParts.place(parts.text(), parts.then(), span.first()).line();
    }

    private void expression(String expression) {
        Optional<String> unknown = TYPE.matcher(expression)
                .results()
                .map(match -> match.group(1))
                .filter(type -> FactTypes.named(type).isEmpty())
                .filter(type -> file.lines().stream().noneMatch(line -> line.matches("import .*\\b" + type + ";?\\s*")))
                .findFirst();
        if (unknown.isPresent()) {
            fault(
                    unknown.get() + ".",
                    "The class (%s) is not known.".formatted(unknown.get()),
                    FactTypes.hint(unknown.get()));
            return;
        }
        String body = DrlCode.of(file.text(span)).code();
        Optional<String> unbound = VARIABLE.matcher(expression)
                .results()
                .map(match -> match.group())
                .filter(variable -> !Pattern.compile(Pattern.quote(variable) + "\\s*:")
                        .matcher(body)
                        .find())
                .findFirst();
        String hint = unbound.map(variable -> "Maybe %s : … is missing above?".formatted(variable))
                .orElse("");
        fault(
                unbound.orElse(expression),
                unbound.map(variable ->
                                "The variable (%s) of condition (%s) is bound nowhere.".formatted(variable, expression))
                        .orElse("The condition (%s) is not a comparison.".formatted(expression)),
                hint);
    }

    /** Of other errors the compiler does not say where: the constraint without which it has none is at fault. */
    private void condition(String error, List<String> errors, Function<Segment, List<String>> without) {
        Matcher input = INPUT.matcher(error);
        String plain =
                input.find() ? "the text (%s) is compared with a number".formatted(input.group(1)) : plain(error);
        Optional<Segment> guilty = Segments.of(file, span).stream()
                .filter(segment -> !BINDING.matcher(segment.text()).find())
                .filter(segment -> !without.apply(segment).containsAll(errors))
                .findFirst();
        if (guilty.isPresent()) {
            String text = guilty.get().text();
            fault(text, "The condition (%s) does not compile: %s.".formatted(text, plain), nearest(plain));
        } else {
            fault(wordOf(plain).orElse(""), "It does not compile: %s.".formatted(plain), "");
        }
    }

    /** What was meant by a name that a fact does not have. */
    private static String nearest(String message) {
        Matcher missing = MISSING.matcher(message);
        return missing.find()
                ? FactTypes.named(missing.group(2))
                        .map(type -> Properties.hint(type, missing.group(1)))
                        .orElse("")
                : "";
    }

    private static String plain(String error) {
        if (error.contains("IndexedBy(")) {
            return "it compares what cannot be equal";
        }
        String text = error.contains("_this cannot be resolved") ? "it is not a comparison" : error;
        String plain = GENERATED.matcher(text).replaceAll("the rule");
        // Packages within others come after them.
        for (String name : FactTypes.packages().descendingSet()) {
            plain = plain.replace(name + ".", "");
        }
        return plain.replaceAll("[.\\s]+$", "");
    }

    private void refuse(String name) {
        Optional<Segment> text = name.equals(TEXT_OF) ? comparedText() : Optional.empty();
        if (text.isPresent()) {
            fault(
                    text.get().text(),
                    "A rule must not use %s.".formatted(name),
                    "Maybe the condition (%s) compares a text with a number?"
                            .formatted(text.get().text()));
            return;
        }
        String[] parts = name.split("[.$]", -1);
        RuleFile.Place place = file.find(parts[parts.length - 1], span);
        for (int i = parts.length - 2; place.column() == 0 && i >= 0; i--) {
            place = file.find(parts[i], span);
        }
        faults.add(
                Check.HOST_ACCESS,
                rule,
                place.line(),
                place.column(),
                "A rule must not use %s.".formatted(name),
                "Rules see facts (rules/FACTS.md), and of Java what tells something of a value.");
    }

    /** A comparison with a variable: that of a text with a number is made by turning it into a text. */
    private Optional<Segment> comparedText() {
        return Segments.of(file, span).stream()
                .filter(segment -> COMPARED.matcher(segment.text()).find())
                .findFirst();
    }

    /** The first word of a message that stands in the rule's conditions or consequence. */
    private Optional<String> wordOf(String message) {
        String code = DrlCode.of(file.text(span)).code();
        return WORD.matcher(message)
                .results()
                .map(match -> match.group())
                .filter(word -> word.length() > 1 && !COMMON.contains(word) && isCode(word, code))
                .findFirst();
    }

    private static boolean isCode(String word, String code) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])")
                .matcher(code)
                .find();
    }

    private void fault(String at, String message, String hint) {
        faults.addAt(Check.COMPILE, rule, span, at, message, hint);
    }
}
