package advisor.advice;

import advisor.advice.Evidence.Matter;
import advisor.catalog.Catalog;
import advisor.facts.Candidate;
import advisor.facts.Comparison;
import advisor.facts.Request;
import advisor.facts.unit.Parameters;
import advisor.rules.RuleBook;
import advisor.rules.session.Firing;
import advisor.rules.session.Judgement;
import advisor.rules.text.RuleDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One hearing of options: sized, compared, judged and ranked. */
public final class Trial {
    private final Evidence evidence;
    private final Judgement judgement;
    private final Reasons reasons;
    private final Scale scale;

    private Trial(Evidence evidence, Judgement judgement, Reasons reasons) {
        this.evidence = evidence;
        this.judgement = judgement;
        this.reasons = reasons;
        this.scale = Scale.of(Parameters.of(evidence.matter().parameters()));
    }

    public static Trial of(Matter matter, Catalog catalog, RuleBook rules) {
        return of(Evidence.of(matter, catalog), rules);
    }

    public static Trial of(Evidence evidence, RuleBook rules) {
        return of(evidence, evidence.judgedBy(rules), rules);
    }

    private static Trial of(Evidence evidence, Judgement judgement, RuleBook rules) {
        Request request = evidence.matter().request();
        Reasons reasons = Reasons.of(
                judgement, new Claims(rules, request.lens(), judgement.facts()), citation -> evidence.catalog()
                        .published(citation, request.asOf()));
        return new Trial(evidence, judgement, reasons);
    }

    /** The same findings as rules weigh them that ask the same. */
    public Trial weighedBy(RuleBook rules) {
        Map<String, RuleDefinition> byId =
                rules.rules().stream().collect(Collectors.toMap(RuleDefinition::id, rule -> rule));
        List<Firing> weighed = judgement.firings().stream()
                .map(firing -> new Firing(
                        Objects.requireNonNull(byId.get(firing.rule().id())),
                        firing.kind(),
                        firing.candidate(),
                        firing.matched()))
                .toList();
        return of(evidence, new Judgement(weighed, judgement.facts(), judgement.errors()), rules);
    }

    List<Comparison> comparisons() {
        return evidence.comparisons();
    }

    public Judgement judgement() {
        return judgement;
    }

    /** Reasons that concern no single option. */
    List<Reason> notes() {
        return reasons.onRequest();
    }

    /** The option that comes first, in the format that is chosen of it; its reasons stand in no order. */
    public Verdict leader() {
        Map<String, List<Verdict>> byOption = new HashMap<>();
        for (Candidate candidate : evidence.matter().candidates()) {
            byOption.computeIfAbsent(candidate.option().id(), id -> new ArrayList<>())
                    .add(Verdict.unsorted(candidate, reasons.on(candidate), scale));
        }
        return byOption.values().stream()
                .map(formats -> Collections.min(formats, FormatChoice.bestFirst(formats)))
                .min(Verdict.BEST_FIRST)
                .orElseThrow();
    }

    /** Every option, best first. */
    public List<OptionVerdict> ranked() {
        Map<String, List<Verdict>> byOption = new TreeMap<>();
        for (Candidate candidate : evidence.matter().candidates()) {
            byOption.computeIfAbsent(candidate.option().id(), id -> new ArrayList<>())
                    .add(Verdict.of(candidate, reasons.on(candidate), scale));
        }
        List<List<Verdict>> options = byOption.values().stream()
                .peek(verdicts -> verdicts.sort(FormatChoice.bestFirst(List.copyOf(verdicts))))
                .sorted(Comparator.comparing(verdicts -> verdicts.get(0), Verdict.BEST_FIRST))
                .toList();
        List<OptionVerdict> ranked = new ArrayList<>();
        for (List<Verdict> verdicts : options) {
            ranked.add(new OptionVerdict(
                    ranked.size() + 1, verdicts.get(0), List.copyOf(verdicts.subList(1, verdicts.size()))));
        }
        return ranked;
    }
}
