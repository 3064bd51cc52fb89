package advisor.advice.change;

import advisor.advice.Verdict;
import advisor.facts.CostPart;
import advisor.facts.Finding;
import advisor.facts.Memory;
import advisor.facts.MemoryPart;
import advisor.facts.offer.OptionKind;
import advisor.rules.explain.ConditionTrace;
import advisor.rules.explain.Operand;
import advisor.rules.explain.Outcome;
import advisor.rules.explain.RuleTrace;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Something that would have to be known to decide. */
public sealed interface OpenPoint {

    /** What a rule says is not known. */
    record Stated(String rule, Text text) implements OpenPoint {}

    /** A figure that conditions compare: with it, these rules would say something or keep silent. */
    record Figure(Operand operand, SortedSet<String> rules) implements OpenPoint {}

    /** A part of the cost without which there is no total. */
    record Cost(CostPart part) implements OpenPoint {}

    /** A part of the memory without which nobody can say whether the model fits. */
    record Held(MemoryPart part) implements OpenPoint {}

    /** All of them: what the rules say first. */
    static List<OpenPoint> of(Verdict verdict, List<RuleTrace> rules) {
        List<OpenPoint> points = new ArrayList<>();
        verdict.reasons(Finding.Kind.UNKNOWN)
                .forEach(reason -> points.add(new Stated(reason.rule().id(), reason.text())));
        if (verdict.candidate().option().kind() != OptionKind.API) {
            held(verdict.candidate().memory(), points);
        }
        verdict.candidate().cost().lines().stream()
                .filter(line -> line.amount() == null)
                .forEach(line -> points.add(new Cost(line.part())));
        points.addAll(figures(rules));
        return points;
    }

    private static void held(Memory memory, List<OpenPoint> points) {
        if (memory.weights() == null) {
            points.add(new Held(MemoryPart.WEIGHTS));
        }
        if (memory.kvCache() == null) {
            points.add(new Held(MemoryPart.CACHE));
        }
        if (memory.usable() == null) {
            points.add(new Held(MemoryPart.USABLE));
        }
    }

    private static List<OpenPoint> figures(List<RuleTrace> rules) {
        Map<String, Figure> byField = new LinkedHashMap<>();
        for (RuleTrace rule : rules) {
            if (rule.outcome() == Outcome.UNKNOWN) {
                rule.failing().stream()
                        .filter(ConditionTrace::failsByUnknown)
                        .flatMap(trace -> trace.operands().stream())
                        .filter(Operand::isUnknown)
                        .forEach(operand -> byField.computeIfAbsent(
                                        operand.field(), field -> new Figure(operand, new TreeSet<>()))
                                .rules()
                                .add(rule.rule().id()));
            }
        }
        return List.copyOf(byField.values());
    }
}
