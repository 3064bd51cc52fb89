package advisor.report.words;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Stance;
import advisor.advice.Turn;
import advisor.advice.Verdict;
import advisor.facts.Candidate;
import advisor.facts.Comparison;
import advisor.facts.CostCurve;
import advisor.facts.Finding;
import advisor.facts.Lens;
import advisor.facts.Memory;
import advisor.facts.offer.OptionKind;
import advisor.facts.offer.StatedOffer;
import advisor.facts.unit.Money;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An advice in a few sentences, each answering one question: what every page, file and terminal begins with. */
public final class Answer {
    private static final double AS_MUCH = 1.02;
    private static final String OFFERS = "offers";

    /** Beside the one that the headline names; what else is open must have room too. */
    private static final int HOLES = 2;

    private static final int OTHER_MODELS = 2;

    /** Of one's own machine; who was told a price that is too good wants to read that beside what else is open. */
    private static final int OBSTACLES = 2;

    private static final Comparator<Reason> DOUBTFUL_PRICE_FIRST =
            Comparator.comparing(reason -> !reason.rule().topic().equals(OFFERS));

    private static final Pattern FULL_STOP = Pattern.compile("[.。]$");

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
        AGAINST,
        YOURS,
        NEXT_BEST,
        OTHER_MODEL,
        TURNS_IF,
        NOT_KNOWN
    }

    /** All parts; one of which nothing can be said is empty. In either language they have as many sentences. */
    public Map<Part, List<String>> parts() {
        Map<Part, List<String>> parts = new EnumMap<>(Part.class);
        PlanSentences plan = new PlanSentences(advice.request(), language);
        parts.put(Part.DO, new Headline(language).of(advice));
        parts.put(Part.COSTS, first().map(plan::costs).map(this::withLoad).orElse(List.of()));
        parts.put(Part.GIVES, first().map(plan::gives).orElse(List.of()));
        parts.put(Part.AGAINST, first().map(plan::against).orElse(List.of()));
        parts.put(Part.YOURS, yours());
        parts.put(Part.NEXT_BEST, new NextBest(advice, viable, language).sentences());
        parts.put(Part.OTHER_MODEL, otherModels());
        parts.put(Part.TURNS_IF, turnsIf());
        parts.put(Part.NOT_KNOWN, notKnown());
        return parts;
    }

    private Optional<Verdict> first() {
        return viable.stream().findFirst().map(OptionVerdict::best);
    }

    /** What is paid by use rests on how much that is, and so does how many machines are bought for so many users. */
    private List<String> withLoad(List<String> costs) {
        if (!restsOnLoad()) {
            return costs;
        }
        List<String> lines = new ArrayList<>(costs);
        lines.addAll(
                Math.min(1, costs.size()),
                new Uncertainties(language).load(advice).toList());
        return lines;
    }

    private boolean restsOnLoad() {
        return !viable.isEmpty()
                && (viable.get(0).option().kind() == OptionKind.API
                        || advice.requestsOfUsers().isPresent());
    }

    /** What becomes of each machine that the request tells of, but for the one that is advised; and what load it carries. */
    private List<String> yours() {
        return advice.complete()
                ? advice.verdicts().stream()
                        .filter(option -> advice.request().tellsOf(option.option()))
                        .collect(Collectors.groupingBy(
                                option -> StatedOffer.wholeOf(option.option().id()),
                                LinkedHashMap::new,
                                Collectors.toList()))
                        .values()
                        .stream()
                        .flatMap(parts -> Stream.concat(
                                Stream.of(parts.get(0))
                                        .filter(option -> viable.isEmpty() || option != viable.get(0))
                                        .map(this::yours),
                                new OwnLoad(advice, language).of(parts).stream()))
                        .toList()
                : List.of();
    }

    private String yours(OptionVerdict option) {
        Verdict verdict = option.best();
        Money total = verdict.candidate().cost().likelyTotal();
        String stance = verdict.stance().title().in(language);
        String named = total == null
                ? phrases.say("answer.yours.unpriced", title(option), stance)
                : phrases.say(
                        "answer.yours.plan",
                        title(option),
                        stance,
                        wording.money(total),
                        advice.request().horizonMonths());
        Stream<Reason> against = verdict.stance().viable()
                ? verdict.reasons(Finding.Kind.CONCERN).stream().limit(1)
                : verdict.obstacles().stream().sorted(DOUBTFUL_PRICE_FIRST).limit(OBSTACLES);
        String said = Stream.concat(against.map(reason -> reason.text().in(language)), againstCatalog(option))
                .map(Answer::clause)
                .collect(Collectors.joining(phrases.say("answer.yours.separator")));
        return said.isEmpty() ? named : phrases.say("answer.yours.but", named, said);
    }

    /** A reason without the full stop that it may end with. */
    private static String clause(String reason) {
        return FULL_STOP.matcher(reason).replaceFirst("");
    }

    /** What others ask for the like of what was quoted. */
    private Stream<String> againstCatalog(OptionVerdict option) {
        return option.best().reasons(Finding.Kind.NOTE).stream()
                .filter(reason -> reason.rule().topic().equals(OFFERS))
                .map(reason -> reason.text().in(language));
    }

    private List<String> otherModels() {
        AlternativeText text = new AlternativeText(language, advice.request().asOf());
        return Stream.of(
                        Stream.ofNullable(advice.guessing()).map(text::of),
                        Stream.ofNullable(advice.slower()).map(text::of),
                        Stream.ofNullable(advice.alternatives())
                                .flatMap(List::stream)
                                .limit(OTHER_MODELS)
                                .map(text::of))
                .flatMap(sentences -> sentences)
                .toList();
    }

    /** Whether what is lawful and first is first of all, of which the runs tell. */
    private boolean leadsAll() {
        return !viable.isEmpty() && advice.viable().get(0) == viable.get(0);
    }

    private List<String> turnsIf() {
        List<String> turns = new ArrayList<>();
        first().flatMap(first -> cheaper(first).or(() -> load(first.candidate())))
                .ifPresent(turns::add);
        if (advice.complete() && viable.isEmpty()) {
            sharedByAll().ifPresent(reason -> turns.add(phrases.say("answer.turns.shared", reason)));
            OnlyDear.least(advice)
                    .filter(dear -> !Headline.namesTheDear(advice))
                    .ifPresent(dear -> turns.add(phrases.say("answer.turns.money", title(dear), text(dear))));
        }
        new SensitivityText(language).of(advice).filter(said -> leadsAll()).ifPresent(turns::add);
        first().ifPresent(first -> new Uncertainties(language).thoughts(advice).forEach(turns::add));
        return turns;
    }

    /** What keeps every option out. */
    private Optional<String> sharedByAll() {
        return advice.verdicts().stream()
                .limit(1)
                .flatMap(option -> option.best().reasons(Finding.Kind.BLOCKER).stream())
                .filter(reason -> advice.verdicts().stream().allMatch(option -> saidOf(option.best(), reason)))
                .map(reason -> reason.text().in(language))
                .findFirst();
    }

    private static boolean saidOf(Verdict verdict, Reason reason) {
        return verdict.reasons().stream()
                .anyMatch(other -> other.rule().id().equals(reason.rule().id()));
    }

    /**
     * What costs less at this very load, and why it comes later: no other load need be named then. The documents
     * do not weigh total costs.
     */
    private Optional<String> cheaper(Verdict first) {
        Candidate plan = first.candidate();
        return viable.stream()
                .filter(option -> advice.request().lens() != Lens.FOUNDING)
                .filter(option -> option.stance().advisable())
                .map(OptionVerdict::best)
                .filter(other -> other.candidate().costsLessThan(plan) && !costsAlike(other.candidate(), plan))
                .min(Comparator.comparing(
                        other -> Objects.requireNonNull(other.candidate().cost().likelyTotal())))
                .map(other -> cheaper(other, first));
    }

    private String cheaper(Verdict other, Verdict first) {
        String title = title(other.candidate());
        String total = wording.money(other.candidate().cost().likelyTotal());
        return NextBest.heaviest(other, first)
                .map(reason -> phrases.say(
                        "answer.turns.cheaper-but",
                        title,
                        total,
                        clause(reason.text().in(language))))
                .orElseGet(() -> phrases.say("answer.turns.cheaper", title, total));
    }

    private static boolean costsAlike(Candidate other, Candidate plan) {
        Double times = plan.timesTheCostOf(other);
        return times != null && times <= AS_MUCH;
    }

    /** The load nearest to this one at which another option costs less, of those that may be had. */
    private Optional<String> load(Candidate plan) {
        int streams = advice.request().streams();
        return advice.comparisons().stream()
                .filter(comparison -> comparison.breakEvenStreams() != null)
                .filter(comparison -> comparison.candidate().equals(plan) && comparison.times() <= 1
                        || comparison.other().equals(plan) && comparison.times() >= 1)
                .filter(comparison -> turn(comparison) > 1 && mayBeHad(other(comparison, plan)))
                .min(Comparator.<Comparison>comparingLong(comparison -> Math.abs(turn(comparison) - streams))
                        .thenComparing(comparison -> other(comparison, plan).id()))
                .map(comparison -> load(plan, other(comparison, plan), turn(comparison)));
    }

    private String load(Candidate plan, Candidate other, long first) {
        int streams = advice.request().streams();
        double tokensOfAStream = plan.cost().tokens().tokensPerMonth() / streams;
        Turn turn = Turn.of(curve(plan), curve(other), tokensOfAStream, streams, first);
        boolean more = turn.streams() > streams;
        String sentence = !turn.lasting() ? "answer.turns.at" : more ? "answer.turns.from" : "answer.turns.to";
        return phrases.say(
                sentence, Wording.whole(turn.streams()), other.option().title().in(language));
    }

    /** Of what is compared the cost is known. */
    private static CostCurve curve(Candidate candidate) {
        return Objects.requireNonNull(candidate.cost().curve());
    }

    private static Candidate other(Comparison comparison, Candidate plan) {
        return comparison.candidate().equals(plan) ? comparison.other() : comparison.candidate();
    }

    private static long turn(Comparison comparison) {
        return Objects.requireNonNull(comparison.breakEvenStreams());
    }

    private boolean mayBeHad(Candidate other) {
        OptionVerdict option = advice.verdict(other.option().id());
        return option.stance().viable() || option.stance() == Stance.REJECTED && OnlyDear.is(option);
    }

    private List<String> notKnown() {
        List<String> open = new ArrayList<>();
        HoleText holes = new HoleText(language);
        advice.knownHoles().stream()
                .filter(hole -> !advice.turning().equals(Optional.of(hole)))
                .limit(HOLES)
                .forEach(hole -> open.add(holes.of(hole, advice.request())));
        advice.model()
                .unknown()
                .forEach(doubt -> open.add(phrases.say(
                        "uncertain.model", doubt.figure(), doubt.reason().in(language))));
        open.addAll(new OptionGroups(language).of(advice.undecided()));
        first().map(first -> first.candidate())
                .filter(plan -> plan.option().priceInferred(advice.request().asOf()))
                .ifPresent(plan -> open.add(0, phrases.say("answer.open.price", title(plan))));
        first().map(first -> first.candidate().memory())
                .filter(Memory::weightsEstimated)
                .ifPresent(memory -> open.add(phrases.say("answer.open.weights")));
        Uncertainties uncertainties = new Uncertainties(language);
        if (!restsOnLoad()) {
            uncertainties.load(advice).forEach(open::add);
        }
        open.addAll(uncertainties.given(advice.request()));
        return open;
    }

    private String title(OptionVerdict option) {
        return title(option.best().candidate());
    }

    private String title(Candidate plan) {
        return new PlanTitle(language).of(plan);
    }

    private String text(OptionVerdict option) {
        return option.best().decisive().orElseThrow().text().in(language);
    }
}
