package advisor.engine;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what the compiler says of a rule into what its author can use: no generated names, and a place. */
final class CompileFaults {
    private static final Pattern LEFT_PART = Pattern.compile("Unable to parse left part of expression: (.*)");
    private static final Pattern CLASS = Pattern.compile("Unable to find class: (\\S+)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final Pattern GENERATED =
            Pattern.compile("\\b\\S*(Lambda|LambdaExtractor|GENERATED_|Rules)[A-Z0-9_]\\w*\\S*");

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
     */
    void add(List<String> errors, Collection<String> forbidden) {
        errors.stream().filter(error -> !isConsequenceOfOther(error, errors)).forEach(this::compile);
        forbidden.stream()
                .filter(name -> forbidden.stream().noneMatch(longer -> longer.startsWith(name + ".")))
                .forEach(this::refuse);
    }

    private static boolean isConsequenceOfOther(String error, List<String> errors) {
        return errors.size() > 1 && error.startsWith("Parser returned a null Package");
    }

    private void compile(String error) {
        Matcher left = LEFT_PART.matcher(error);
        Matcher type = CLASS.matcher(error);
        if (left.find()) {
            String expression = left.group(1).strip();
            fault(
                    expression,
                    "The condition (%s) compares something that its fact does not have.".formatted(expression));
        } else if (type.find()) {
            fault(
                    type.group(1),
                    "The class (%s) is not known.".formatted(type.group(1)),
                    "Maybe an import is missing?");
        } else {
            String plain = GENERATED.matcher(error).replaceAll("the rule").strip();
            fault(wordOf(plain).orElse(""), "It does not compile: " + plain + (plain.endsWith(".") ? "" : "."));
        }
    }

    private void refuse(String name) {
        String[] parts = name.split("[.$]", -1);
        String last = parts[parts.length - 1];
        RuleFile.Place place = file.find(last, span);
        for (int i = parts.length - 2; place.column() == 0 && i >= 0; i--) {
            place = file.find(parts[i], span);
        }
        faults.add(
                Check.HOST_ACCESS,
                rule,
                place.line(),
                place.column(),
                "A rule must not use %s.".formatted(name),
                "Rules see facts of advisor.model, and values of java.lang, java.math, java.time and java.util.");
    }

    /** The first word of a message that stands in the rule's conditions or consequence. */
    private Optional<String> wordOf(String message) {
        String code = DrlCode.of(file.text(span)).code();
        return WORD.matcher(message)
                .results()
                .map(match -> match.group())
                .filter(word -> word.length() > 1 && isCode(word, code))
                .findFirst();
    }

    private static boolean isCode(String word, String code) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])")
                        .matcher(code)
                        .find()
                && !List.of("the", "is", "for", "in", "not", "when", "then", "rule", "end", "type", "of", "and")
                        .contains(word);
    }

    private void fault(String at, String message) {
        fault(at, message, "");
    }

    private void fault(String at, String message, String hint) {
        faults.addAt(Check.COMPILE, rule, span, at, message, hint);
    }
}
