package advisor.rules.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** The annotations of one rule: known ones, once each, with one value. */
final class RuleAnnotations {
    private static final Pattern ANNOTATION = Pattern.compile("(?m)^\\s*@(\\w+)");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern TEXTS = Pattern.compile("\\s*(" + TEXT.pattern() + "\\s*)+");
    private static final List<String> ANNOTATIONS =
            List.of("source", "points", "atMost", "lens", "corrects", "since", "en", "zh", "lint");

    private final RuleFile file;
    private final RuleDescr rule;
    private final Faults faults;
    private final String id;

    RuleAnnotations(RuleFile file, RuleDescr rule, Faults faults) {
        this.file = file;
        this.rule = rule;
        this.faults = faults;
        this.id = rule.getName();
    }

    /** Drools keeps the first of two equal annotations, takes unknown ones, and breaks on those with several keys. */
    void check() {
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
        if (name.equals("id")) {
            faults.add(Check.UNKNOWN_ANNOTATION, id, line, column, "A rule's name is its id: @id is not written.", "");
        } else if (!ANNOTATIONS.contains(name)) {
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

    /** The value of an annotation without its quotes; {@code null} if it has not one. */
    @Nullable String value(String annotation) {
        AnnotationDescr descriptor = rule.getAnnotation(annotation);
        Object value = descriptor == null || hasSeveralKeys(annotation) ? null : descriptor.getSingleValueAsString();
        return value == null ? null : unquoted(value.toString());
    }

    /** Drools keeps the quotes of annotation values; a long text stands in several, one behind the other. */
    private static String unquoted(String value) {
        return TEXTS.matcher(value).matches()
                ? TEXT.matcher(value).results().map(text -> text.group(1)).collect(Collectors.joining())
                : value;
    }
}
