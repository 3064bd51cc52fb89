package advisor.rules.check;

import advisor.rules.text.Check;
import advisor.rules.text.DrlCode;
import advisor.rules.text.Faults;
import advisor.rules.text.RuleFile;
import advisor.rules.text.RuleParts;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** How a rule must not be written. */
final class RuleStyle {
    /** Words of conditions and consequences that reach beyond facts and findings. */
    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "eval", Pattern.compile("\\beval\\s*\\("),
            "from", Pattern.compile("\\bfrom\\b(?!\\s+\\$)"),
            "entry-point", Pattern.compile("\\bentry-point\\b"),
            "drools", Pattern.compile("\\bdrools\\s*\\."),
            "kcontext", Pattern.compile("\\bkcontext\\b"),
            "modify", Pattern.compile("\\b(modify|update|retract|delete|insert)\\s*[({]"),
            "a clock", Pattern.compile("\\.\\s*now\\s*\\("));

    private static final Pattern AND_OR = Pattern.compile("&&|\\|\\|");
    private static final Pattern LITERAL = Pattern.compile("(?<![\\w.\"$-])(\\d+(?:\\.\\d+)?)(?![\\w.])");
    private static final List<String> FREE = List.of("0", "1");

    private final RuleDescr rule;
    private final Faults faults;
    private final int firstLine;
    private final RuleParts parts;
    private final String code;

    private RuleStyle(RuleFile file, RuleDescr rule, Faults faults) {
        this.rule = rule;
        this.faults = faults;
        this.firstLine = Math.max(1, rule.getLine());
        this.parts = RuleParts.of(file, RuleFile.Span.of(rule));
        this.code = blank(DrlCode.of(parts.text()).code(), parts.when());
    }

    static void check(RuleFile file, RuleDescr rule, Faults faults) {
        RuleStyle style = new RuleStyle(file, rule, faults);
        style.checkAttributes();
        style.checkWords();
        style.checkAndOr();
        style.checkLiterals();
        style.checkAccumulated(rule.getLhs());
    }

    /** The rule's code from {@code when} on, with the lines before it blanked. */
    private static String blank(String code, int when) {
        return code.substring(0, when).replaceAll("[^\\n]", " ") + code.substring(when);
    }

    private void checkAttributes() {
        for (AttributeDescr attribute : rule.getAttributes().values()) {
            faults.addAt(
                    Check.FORBIDDEN,
                    rule,
                    attribute.getName(),
                    "The rule (%s) must not have the attribute %s.".formatted(rule.getName(), attribute.getName()),
                    "Each rule speaks for itself: none comes before another.");
        }
        if (rule.hasParent()) {
            faults.addAt(
                    Check.FORBIDDEN,
                    rule,
                    "extends",
                    "The rule (%s) must not use extends.".formatted(rule.getName()),
                    "");
        }
    }

    private void checkWords() {
        FORBIDDEN.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            Matcher matcher = entry.getValue().matcher(code);
            while (matcher.find()) {
                String found = matcher.group().replaceAll("[\\s({.]+$", "").replaceAll("^[\\s.]+", "");
                add(
                        Check.FORBIDDEN,
                        matcher.start(),
                        "The rule (%s) must not use %s.".formatted(rule.getName(), found),
                        "Rules compare facts, and state findings by insertLogical.");
            }
        });
    }

    private void checkAndOr() {
        Matcher matcher = AND_OR.matcher(conditions());
        while (matcher.find()) {
            add(
                    Check.AND_OR,
                    matcher.start(),
                    "A condition of rule (%s) must not join others by %s.".formatted(rule.getName(), matcher.group()),
                    matcher.group().equals("&&")
                            ? "Separate them by a comma: each is then explained for itself."
                            : "Maybe in (…), or a rule for each?");
        }
    }

    private void checkLiterals() {
        Matcher matcher = LITERAL.matcher(conditions());
        while (matcher.find()) {
            if (!FREE.contains(matcher.group(1))) {
                add(
                        Check.LITERAL,
                        matcher.start(1),
                        "The figure (%s) in rule (%s) must be a parameter.".formatted(matcher.group(1), rule.getName()),
                        "Put it into catalog/parameters with unit, date and source, and bind Parameter( id == \"…\", $limit : value ).");
            }
        }
    }

    /** Code written out within an accumulate could keep a state or never end. */
    private void checkAccumulated(@Nullable Object part) {
        if (part instanceof AccumulateDescr accumulate && !accumulate.isExternalFunction()) {
            faults.addAt(
                    Check.FORBIDDEN,
                    rule,
                    "accumulate",
                    "The accumulate of rule (%s) must not hold code of its own.".formatted(rule.getName()),
                    "It takes count, sum, average, min or max.");
        }
        if (part instanceof PatternDescr pattern) {
            checkAccumulated(pattern.getSource());
        }
        if (part instanceof ConditionalElementDescr element) {
            element.getDescrs().forEach(this::checkAccumulated);
        }
        if (part instanceof AccumulateDescr accumulate) {
            checkAccumulated(accumulate.getInput());
        }
    }

    private String conditions() {
        return code.substring(0, parts.then());
    }

    private void add(Check check, int offset, String message, String hint) {
        RuleFile.Place place = RuleParts.place(code, offset, firstLine);
        faults.add(check, rule.getName(), place.line(), place.column(), message, hint);
    }
}
