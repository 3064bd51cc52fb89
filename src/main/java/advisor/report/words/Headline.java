package advisor.report.words;

import advisor.advice.Advice;
import advisor.advice.Hole;
import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Stance;
import advisor.advice.Verdict;
import advisor.facts.Cost;
import advisor.facts.Finding;
import advisor.facts.Lens;
import advisor.facts.Request;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Missing;
import advisor.facts.unit.Money;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what to do. */
final class Headline {
    /** Of what a single obstacle does not make an option a near one. */
    private static final Set<String> FAR = Set.of("privacy", "memory");

    /** Times the budget. */
    private static final double FAR_FROM_BUDGET = 10;

    /** Figures of a model without which it has no size. */
    private static final List<String> SIZES = List.of("parameters", "checkpoint.bytes", "kvCache");

    private final Language language;
    private final Phrases phrases;
    private final Wording wording;
    private final PlanTitle planTitle;

    Headline(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
        this.planTitle = new PlanTitle(language);
    }

    /** A sentence or a few. */
    List<String> of(Advice advice) {
        if (!advice.complete()) {
            return incomplete(advice);
        }
        LawText law = new LawText(language);
        return advice.request().lens() == Lens.FOUNDING
                ? new FoundingHeadline(language).of(advice)
                : Stream.of(
                                law.barred(advice),
                                decided(advice),
                                new Advised(advice, language).closeService(),
                                partlySized(advice),
                                format(advice),
                                new Advised(advice, language).machineInstead(),
                                countryOpen(advice),
                                turning(advice),
                                law.countries(advice))
                        .flatMap(sentences -> sentences)
                        .toList();
    }

    private List<String> incomplete(Advice advice) {
        return Stream.concat(
                        Stream.of(phrases.say("headline.incomplete")),
                        advice.viable().stream()
                                .limit(1)
                                .map(first -> phrases.say("headline.incomplete-first", title(first))))
                .toList();
    }

    /** Hardware may be barred to a buyer, and prompts may not go everywhere, and nobody said where the buyer is. */
    private Stream<String> countryOpen(Advice advice) {
        boolean advisable =
                advice.viable().stream().anyMatch(verdict -> verdict.stance().advisable());
        return advisable && advice.request().jurisdiction() == null
                ? Stream.of(phrases.say("headline.country-open"))
                : Stream.empty();
    }

    /** What is not known and would overturn it. */
    private Stream<String> turning(Advice advice) {
        return advice.turning().stream().map(hole -> new HoleText(language).of(hole, advice.request()));
    }

    private Stream<String> decided(Advice advice) {
        return advice.unsized().isEmpty()
                ? Stream.of(advice.recommended()
                        .map(new Advised(advice, language)::sentence)
                        .orElseGet(() -> unadvised(advice)))
                : unsized(advice);
    }

    /** No machine can be judged, and a service that can is only the first of those. */
    private Stream<String> unsized(Advice advice) {
        String reasons = advice.model().unknown().stream()
                .filter(doubt -> SIZES.stream().anyMatch(doubt.figure()::startsWith))
                .map(doubt -> doubt.reason().in(language))
                .distinct()
                .collect(Collectors.joining(phrases.say("headline.and")));
        String needed = needed(advice.unsized());
        String missing = Missing.named(advice.unsized()).in(language);
        String open = phrases.say("headline.unsized", reasons.isEmpty() ? missing : reasons, needed);
        Stream<String> service = advice.recommended().stream()
                .map(first -> phrases.say(
                        "headline.unsized-service",
                        title(first),
                        likely(first.best().candidate().cost()),
                        first.best().candidate().cost().horizonMonths()));
        return Stream.concat(Stream.of(open), service);
    }

    /** Some machines can be judged and others cannot: one of these might be better. */
    private Stream<String> partlySized(Advice advice) {
        List<Missing> figures = advice.partlySized();
        return figures.isEmpty()
                ? Stream.empty()
                : Stream.of(phrases.say(
                        "headline.partly-sized",
                        advice.unjudged().count(),
                        Missing.named(figures).in(language),
                        needed(figures)));
    }

    /** What is advised may want other files than those that were shown. */
    private Stream<String> format(Advice advice) {
        String doubts = advice.model().unknown().stream()
                .filter(doubt -> doubt.figure().equals("checkpoint.precision"))
                .map(doubt -> doubt.reason().in(language))
                .collect(Collectors.joining(phrases.say("headline.and")));
        return doubts.isEmpty() || !advice.unsized().isEmpty()
                ? Stream.empty()
                : Stream.of(phrases.say("headline.format", doubts));
    }

    private String needed(List<Missing> figures) {
        return figures.stream()
                .map(figure -> phrases.say("headline.give." + Ids.of(figure)))
                .collect(Collectors.joining(phrases.say("headline.and")));
    }

    private String unadvised(Advice advice) {
        if (!advice.lawful().isEmpty()) {
            OptionVerdict first = advice.lawful().get(0);
            return phrases.say("headline.weak", title(first), stance(first));
        }
        return nearest(advice).map(this::undecided).orElseGet(() -> out(advice));
    }

    /** The undecided option of which one fact alone is missing, and likely to be in its favour; any if none is rejected. */
    private static Optional<OptionVerdict> nearest(Advice advice) {
        return advice.knownHoles().stream()
                .filter(Hole::plausible)
                .flatMap(hole -> Stream.ofNullable(hole.option()))
                .map(option -> advice.verdict(option.id()))
                .findFirst()
                .or(() -> advice.undecided().stream()
                        .filter(option -> advice.rejected().isEmpty())
                        .filter(option -> option.reportedBar().isEmpty())
                        .findFirst());
    }

    /** Whether it tells already which option only the budget keeps out. */
    static boolean namesTheDear(Advice advice) {
        return nearest(advice).isEmpty() && !advice.undecided().isEmpty();
    }

    /** What an authority bars is near to nothing, nor what the buyer's data may not go to, nor what is far too small. */
    private String out(Advice advice) {
        int open = advice.undecided().size();
        if (open == 0) {
            return phrases.say("headline.none");
        }
        Optional<OptionVerdict> dear = OnlyDear.least(advice);
        return dear.or(() -> nearestRejected(advice))
                .map(option -> isFar(option, advice.request())
                        ? far(option, open, advice)
                        : phrases.say("headline.out", open, counted(option), obstacles(option)))
                .orElseGet(() -> phrases.say("headline.out-of-reach", open));
    }

    private String far(OptionVerdict option, int open, Advice advice) {
        double times = Objects.requireNonNull(option.best().candidate().cost().likelyOutlay())
                .shareOf(Objects.requireNonNull(advice.request().budget()));
        return phrases.say(
                "headline.far",
                open,
                counted(option),
                new Advised(advice, language).outlay(option),
                wording.number(times));
    }

    /** Whether nobody who has the budget can find so much. */
    private static boolean isFar(OptionVerdict option, Request request) {
        Money outlay = option.best().candidate().cost().likelyOutlay();
        Money budget = request.budget();
        return outlay != null && budget != null && outlay.shareOf(budget) > FAR_FROM_BUDGET;
    }

    /** For the least money, of those of which a single thing is in the way and all is known. */
    private static Optional<OptionVerdict> nearestRejected(Advice advice) {
        return advice.rejected().stream()
                .filter(option -> isNear(option.best()))
                .filter(option -> option.best().reasons(Finding.Kind.UNKNOWN).isEmpty())
                .filter(option -> option.option().kind() != OptionKind.API
                        || option.option()
                                .offers(
                                        advice.request().model(),
                                        advice.request().asOf()))
                .min(Comparator.comparing(
                        option -> option.best().candidate().cost().likelyOutlay(),
                        Comparator.nullsLast(Comparator.naturalOrder())));
    }

    private static boolean isNear(Verdict verdict) {
        List<Reason> obstacles = verdict.obstacles();
        return !verdict.isBarred()
                && obstacles.size() == 1
                && !FAR.contains(obstacles.get(0).rule().topic());
    }

    private String undecided(OptionVerdict nearest) {
        return phrases.say("headline.undecided", title(nearest), obstacles(nearest));
    }

    private String obstacles(OptionVerdict option) {
        return option.best().obstacles().stream()
                .map(reason -> reason.text().in(language))
                .collect(Collectors.joining(phrases.say("headline.and")));
    }

    private String likely(Cost cost) {
        return wording.money(cost.likelyOutlay());
    }

    private String counted(OptionVerdict verdict) {
        return planTitle.of(verdict.best().candidate());
    }

    private String title(OptionVerdict verdict) {
        return verdict.option().title().in(language);
    }

    private String stance(OptionVerdict verdict) {
        Stance stance = verdict.stance();
        return stance.title().in(language);
    }
}
