package advisor.report.words;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Verdict;
import advisor.facts.Candidate;
import advisor.facts.Cost;
import advisor.facts.Fidelity;
import advisor.facts.Finding;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Money;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What comes after the first plan, and what the least costs with weights more faithful than its own, or less. */
final class NextBest {
    private static final double AS_MUCH = 1.02;

    /** Who chose a faithful format may want to know of nothing that saves less. */
    private static final double WORTH_COARSER_WEIGHTS = 1.1;

    private final Advice advice;
    private final List<OptionVerdict> viable;
    private final Language language;
    private final Phrases phrases;
    private final Wording wording;
    private final PlanTitle titles;

    NextBest(Advice advice, List<OptionVerdict> viable, Language language) {
        this.advice = advice;
        this.viable = viable;
        this.language = language;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
        this.titles = new PlanTitle(language);
    }

    List<String> sentences() {
        return Stream.concat(
                        after().stream(), viable.stream().limit(1).flatMap(first -> coarser(first.best()).stream()))
                .toList();
    }

    private List<String> after() {
        return switch (viable.size()) {
            case 0 -> List.of();
            case 1 ->
                List.of(OnlyDear.leastOf(
                                advice, dear -> !isSameMachine(dear.best().candidate()))
                        .map(this::withMoreMoney)
                        .orElseGet(() -> phrases.say("answer.next.none")));
            default -> {
                Verdict first = viable.get(0).best();
                yield Stream.concat(Stream.of(after(first, viable.get(1).best())), moreFaithful(first).stream())
                        .toList();
            }
        };
    }

    /** Whether it is the first plan's own machine, as another offers it. */
    private boolean isSameMachine(Candidate plan) {
        Candidate first = viable.get(0).best().candidate();
        return plan.accelerator().equals(first.accelerator())
                && plan.option().devices() == first.option().devices()
                && plan.option().kind() != OptionKind.API;
    }

    private String withMoreMoney(OptionVerdict dear) {
        String why = dear.best().decisive().orElseThrow().text().in(language);
        return phrases.say("answer.next.dear", titles.of(dear.best().candidate()), why);
    }

    private String after(Verdict first, Verdict next) {
        Money total = first.candidate().cost().likelyTotal();
        Cost cost = next.candidate().cost();
        Money other = cost.likelyTotal();
        String title = titles.of(next.candidate());
        String stance = next.stance().title().in(language);
        if (total != null && other != null && other.shareOf(total) > AS_MUCH) {
            String times = wording.number(other.shareOf(total));
            return phrases.say("answer.next.dearer", title, stance, wording.money(other), cost.horizonMonths(), times);
        }
        String amount = other == null ? wording.unknown() : wording.money(other);
        return heaviest(next, first)
                .map(reason -> phrases.say(
                        "answer.next.but", title, stance, amount, reason.text().in(language)))
                .orElseGet(() -> phrases.say("answer.next", title, stance, amount));
    }

    /** What speaks against a verdict most and not against another. */
    static Optional<Reason> heaviest(Verdict verdict, Verdict other) {
        return verdict.reasons(Finding.Kind.CONCERN).stream()
                .filter(reason -> other.reasons().stream()
                        .noneMatch(said -> said.rule().id().equals(reason.rule().id())))
                .findFirst();
    }

    /** What the least costs that keeps the weights as they were published, or nearly, where four bits come first. */
    private Optional<String> moreFaithful(Verdict first) {
        return isFaithful(first.candidate())
                ? Optional.empty()
                : viable.stream()
                        .map(option -> option.best().candidate())
                        .filter(NextBest::isFaithful)
                        .filter(plan -> plan.plan().fastEnough() && plan.cost().likelyTotal() != null)
                        .min(Comparator.comparing(
                                plan -> Objects.requireNonNull(plan.cost().likelyTotal())))
                        .map(plan -> told("answer.next.faithful", plan));
    }

    /** What the least costs in fewer bits than the first plan's, where a faithful format was chosen that costs clearly more. */
    private Optional<String> coarser(Verdict first) {
        Candidate chosen = first.candidate();
        return viable.stream()
                .flatMap(option -> option.all().stream())
                .filter(verdict -> verdict.stance().advisable())
                .map(Verdict::candidate)
                .filter(plan -> chosen.plan().moreFaithfulThan(plan.plan())
                        && plan.plan().fastEnough())
                .filter(plan -> timesTheCost(chosen, plan) > WORTH_COARSER_WEIGHTS)
                .max(Comparator.comparing(plan -> timesTheCost(chosen, plan)))
                .map(plan -> told("answer.next.coarser", plan));
    }

    /** Not a number if the cost of either is not known. */
    private static double timesTheCost(Candidate dear, Candidate cheap) {
        Money more = dear.cost().likelyTotal();
        Money less = cheap.cost().likelyTotal();
        return more == null || less == null ? Double.NaN : more.shareOf(less);
    }

    private static boolean isFaithful(Candidate plan) {
        return plan.plan().fidelity().compareTo(Fidelity.EIGHT_BITS) <= 0;
    }

    private String told(String phrase, Candidate plan) {
        return phrases.say(
                phrase,
                plan.precision().label(),
                titles.of(plan),
                wording.money(plan.cost().likelyTotal()),
                plan.cost().horizonMonths());
    }
}
