package advisor.advice.change;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Verdict;
import advisor.advice.survey.Provenance;
import advisor.facts.MemoryPart;
import advisor.facts.PowerPart;
import advisor.facts.SpeedBasis;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Source;
import advisor.rules.explain.RuleTrace;
import java.util.List;
import java.util.Map;

/**
 * Why one option has its verdict, and why it has no other.
 *
 * @param verdict on the candidate that is explained
 * @param rules the outcome of every rule for it
 * @param memory how each line of its memory that is known was calculated
 * @param power the same of what it draws
 * @param speed what its speed rests on
 * @param provenances how its memory and speed were come by, by their names in an answer
 * @param open what would have to be known to decide
 * @param sources all that can be cited, by id
 */
public record Explanation(
        Advice advice,
        OptionVerdict option,
        Verdict verdict,
        List<RuleTrace> rules,
        Map<MemoryPart, Formula> memory,
        Map<PowerPart, Formula> power,
        SpeedBasis speed,
        Map<String, Provenance> provenances,
        List<OpenPoint> open,
        Map<String, Source> sources) {}
