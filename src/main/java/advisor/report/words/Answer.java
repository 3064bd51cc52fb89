package advisor.report.words;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Sensitivity;
import advisor.advice.Verdict;
import advisor.facts.Candidate;
import advisor.facts.Comparison;
import advisor.facts.Cost;
import advisor.facts.Finding;
import advisor.facts.Memory;
import advisor.facts.Performance;
import advisor.facts.Plan;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An advice in a few sentences, each answering one question; a part that nothing can be said of has none. */
public final class Answer {
    private static final double AS_MUCH = 1.02;
    private static final int NAMED = 6;

    private final Advice advice;
    private final Language language;
    private final Phrases phrases;
    private final Wording wording;
    private final List<OptionVerdict> viable;

    public Answer(Advice advice, Language language) {
        this.advice = advice;
        this.language = language;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
        this.viable = advice.complete() ? advice.lawful() : List.of();
    }

    /** What an answer tells, in the order in which it is told. */
    public enum Part {
        DO,
        COSTS,
        GIVES,
        NEXT_BEST,
        TURNS_IF,
        NOT_KNOWN
    }

    /** The parts of which something can be said. */
    public Map<Part, List<String>> parts() {
        Map<Part, List<String>> parts = new EnumMap<>(Part.class);
        parts.put(Part.DO, List.of(new Headline(language).of(advice)));
        parts.put(Part.COSTS, costs());
        parts.put(Part.GIVES, gives());
        parts.put(Part.NEXT_BEST, nextBest());
        parts.put(Part.TURNS_IF, turnsIf());
        parts.put(Part.NOT_KNOWN, notKnown());
        parts.values().removeIf(List::isEmpty);
        return parts;
    }

    private Optional<Candidate> first() {
        return viable.stream().findFirst().map(option -> option.best().candidate());
    }

    /** When what is due, and all of it. */
    private List<String> costs() {
        return first().stream()
                .filter(plan -> plan.cost().total() != null)
                .map(plan -> costs(plan.cost()))
                .toList();
    }

    private String costs(Cost cost) {
        String total = wording.range(cost.total());
        MoneyRange monthly = cost.monthly();
        return cost.bought() && monthly != null
                ? phrases.say(
                        "answer.costs.bought",
                        wording.money(cost.likelyOutlay()),
                        wording.money(monthly.likely()),
                        cost.horizonMonths(),
                        total)
                : phrases.say(
                        "answer.costs.paid",
                        monthly == null ? wording.unknown() : wording.money(monthly.likely()),
                        cost.horizonMonths(),
                        total);
    }

    private List<String> gives() {
        return first().stream()
                .map(plan -> Stream.of(speed(plan), size(plan))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(phrases.say("answer.and"))))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private String speed(Candidate plan) {
        Performance performance = plan.performance();
        if (performance.tokensPerSecondPerUser() == null) {
            return phrases.say("answer.gives.no-speed", advice.request().streams());
        }
        String speed = phrases.say(
                "answer.gives.speed",
                wording.interval(performance.tokensPerSecondPerUser()),
                advice.request().streams());
        return performance.timeToFirstTokenSeconds() == null
                ? speed
                : speed
                        + phrases.say(
                                "answer.gives.first-token", wording.interval(performance.timeToFirstTokenSeconds()));
    }

    private String size(Candidate candidate) {
        Plan plan = candidate.plan();
        if (candidate.option().kind() == OptionKind.API) {
            return "";
        }
        String format = phrases.say(
                "answer.gives.format",
                candidate.precision().label(),
                phrases.say("Fidelity." + Ids.of(plan.fidelity())),
                plan.engineName());
        Double allIn = candidate.power().allInKilowatts();
        String machines = phrases.say("answer.gives.devices", plan.devices(), plan.nodes());
        return format + machines + (allIn == null ? "" : phrases.say("answer.gives.power", wording.number(allIn)));
    }

    private List<String> nextBest() {
        return viable.stream()
                .skip(1)
                .findFirst()
                .map(next -> nextBest(viable.get(0).best(), next))
                .stream()
                .toList();
    }

    private String nextBest(Verdict first, OptionVerdict next) {
        Money total = first.candidate().cost().likelyTotal();
        Candidate plan = next.best().candidate();
        Money other = plan.cost().likelyTotal();
        String title = new PlanTitle(language).of(plan);
        if (total != null && other != null && other.shareOf(total) > AS_MUCH) {
            return phrases.say(
                    "answer.next.dearer",
                    title,
                    stance(next),
                    wording.money(other),
                    plan.cost().horizonMonths(),
                    wording.number(other.shareOf(total)));
        }
        String cost = other == null ? wording.unknown() : wording.money(other);
        return heaviest(next.best(), first)
                .map(reason -> phrases.say(
                        "answer.next.but",
                        title,
                        stance(next),
                        cost,
                        reason.text().in(language)))
                .orElseGet(() -> phrases.say("answer.next", title, stance(next), cost));
    }

    /** What speaks against a verdict most and not against another. */
    private static Optional<Reason> heaviest(Verdict verdict, Verdict other) {
        return verdict.reasons(Finding.Kind.CONCERN).stream()
                .filter(reason -> other.reasons().stream()
                        .noneMatch(shared ->
                                shared.rule().id().equals(reason.rule().id())))
                .findFirst();
    }

    private String stance(OptionVerdict verdict) {
        return verdict.stance().title().in(language);
    }

    private List<String> turnsIf() {
        List<String> turns = new ArrayList<>();
        first().flatMap(this::breakEven).ifPresent(turns::add);
        Sensitivity sensitivity = advice.sensitivity();
        boolean ofFirst = !viable.isEmpty() && advice.viable().get(0) == viable.get(0);
        if (sensitivity != null && ofFirst && viable.size() > 1) {
            turns.add(new SensitivityText(language).of(sensitivity));
        }
        return turns;
    }

    /** From which load a machine costs less than a service that comes first, or a machine less than another. */
    private Optional<String> breakEven(Candidate plan) {
        return plan.option().kind() != OptionKind.API
                ? Optional.empty()
                : advice.comparisons(plan).stream()
                        .filter(comparison -> comparison.breakEvenStreams() != null)
                        .findFirst()
                        .map(this::breakEven);
    }

    private String breakEven(Comparison comparison) {
        return phrases.say(
                "answer.turns.streams",
                Objects.requireNonNull(comparison.breakEvenStreams()),
                comparison.other().option().title().in(language));
    }

    private List<String> notKnown() {
        List<String> open = new ArrayList<>();
        advice.model()
                .unknown()
                .forEach(doubt -> open.add(phrases.say(
                        "uncertain.model", doubt.figure(), doubt.reason().in(language))));
        advice.undecided().stream()
                .collect(Collectors.groupingBy(this::text, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(options -> open.add(group(options)));
        first().map(Candidate::memory)
                .filter(Memory::weightsEstimated)
                .ifPresent(memory -> open.add(phrases.say("answer.open.weights")));
        open.addAll(new Uncertainties(language).given(advice.request()));
        return open;
    }

    /** Options that are open for one reason, in the same words. */
    private String group(List<OptionVerdict> options) {
        String reason = options.get(0).best().obstacles().get(0).text().in(language);
        return options.size() == 1
                ? phrases.say("answer.one", titles(options), reason)
                : phrases.say("answer.group", options.size(), reason, titles(options));
    }

    private String text(OptionVerdict option) {
        return option.best().obstacles().get(0).text().in(language);
    }

    /** What several may share whose figures differ; the whole sentence of a rule that nobody gave a subject. */
    private String subject(OptionVerdict option) {
        String key = "rejected." + option.best().obstacles().get(0).rule().id().replace('/', '.');
        return phrases.has(key) ? phrases.say(key) : text(option);
    }

    private String titles(List<OptionVerdict> options) {
        String named = options.stream()
                .limit(NAMED)
                .map(option -> option.option().title().in(language))
                .collect(Collectors.joining(phrases.say("list-separator")));
        return options.size() <= NAMED
                ? named
                : named + phrases.say("list-separator") + phrases.say("sensitivity.more", options.size() - NAMED);
    }

    /** The rejected by what decides: the subject of the rule where several differ in their figures. */
    public List<String> rejected() {
        return advice.rejected().stream()
                .collect(Collectors.groupingBy(this::subject, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(this::rejected)
                .toList();
    }

    private String rejected(List<OptionVerdict> options) {
        return options.size() == 1
                ? phrases.say("answer.one", titles(options), text(options.get(0)))
                : phrases.say("answer.group", options.size(), subject(options.get(0)), titles(options));
    }
}
