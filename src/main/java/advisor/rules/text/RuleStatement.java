package advisor.rules.text;

import advisor.facts.Finding;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Reads from a rule's consequence what it states: one finding. */
final class RuleStatement {
    private static final Pattern FACTORY = Pattern.compile("Finding\\s*\\.\\s*(\\w+)\\s*\\((\\s*\"([^\"]*)\")?");
    private static final List<String> STATEMENTS = List.of("blocker", "unknown", "concern", "merit", "note", "remark");
    private static final String REMARK = "remark";
    private static final String EXAMPLE = "Maybe insertLogical(Finding.concern($candidate));";

    private final RuleFile file;
    private final RuleDescr rule;
    private final Faults faults;
    private final String id;

    RuleStatement(RuleFile file, RuleDescr rule, Faults faults) {
        this.file = file;
        this.rule = rule;
        this.faults = faults;
        this.id = rule.getName();
    }

    /** What the rule states; {@code null} if that is not one finding. */
    Finding.@Nullable Kind read() {
        List<MatchedStatement> stated = FACTORY.matcher(String.valueOf(rule.getConsequence()))
                .results()
                .map(match -> new MatchedStatement(match.group(1), match.group(3)))
                .toList();
        if (stated.size() != 1) {
            addCount(stated.size());
            return null;
        }
        if (!STATEMENTS.contains(stated.get(0).factory()) || stated.get(0).id() != null) {
            addMalformed(stated.get(0).factory());
            return null;
        }
        return kind(stated.get(0).factory());
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
                EXAMPLE);
    }

    private void addMalformed(String factory) {
        RuleFile.Place place = file.find("Finding." + factory, consequence());
        faults.add(
                Check.FINDING,
                id,
                place.line(),
                place.column(),
                STATEMENTS.contains(factory)
                        ? "The finding (Finding.%s) is given no text: its id is the name of the rule."
                                .formatted(factory)
                        : "There is no Finding.%s: a finding is one of %s.".formatted(factory, STATEMENTS),
                EXAMPLE);
    }

    private RuleFile.Span consequence() {
        return new RuleFile.Span(Math.max(1, rule.getConsequenceLine()), rule.getEndLine());
    }

    private static Finding.Kind kind(String factory) {
        return REMARK.equals(factory) ? Finding.Kind.NOTE : Finding.Kind.valueOf(factory.toUpperCase(Locale.ROOT));
    }
}
