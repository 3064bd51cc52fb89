package advisor.report.words;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Stance;
import advisor.facts.Cost;
import advisor.facts.Lens;
import advisor.facts.offer.Countries;
import advisor.facts.offer.OptionKind;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what to do. */
final class Headline {
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
        return advice.request().lens() == Lens.FOUNDING
                ? new FoundingHeadline(language).of(advice)
                : Stream.of(Stream.of(decided(advice)), machineInstead(advice), exportOpen(advice))
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

    /** Hardware may be barred to a buyer, and nobody said where the buyer is. */
    private Stream<String> exportOpen(Advice advice) {
        boolean hardware = advice.viable().stream()
                .anyMatch(verdict ->
                        verdict.option().purchased() && verdict.stance().advisable());
        return hardware && advice.request().jurisdiction() == null
                ? Stream.of(phrases.say("headline.export-open"))
                : Stream.empty();
    }

    private String decided(Advice advice) {
        return advice.recommended().map(first -> advised(first, advice)).orElseGet(() -> unadvised(advice));
    }

    private String advised(OptionVerdict first, Advice advice) {
        Cost cost = first.best().candidate().cost();
        return switch (first.option().kind()) {
            case PURCHASE ->
                phrases.say(
                        "headline.purchase",
                        counted(first),
                        stance(first),
                        upfront(wording.range(cost.outlay()), first, advice));
            case RENTAL ->
                phrases.say("headline.rental", counted(first), stance(first), likely(cost), cost.horizonMonths());
            case API -> phrases.say("headline.api", title(first), likely(cost), cost.horizonMonths(), countries(first));
        };
    }

    /** The best machine, for those who may not or will not send their data out to the service that is advised. */
    private Stream<String> machineInstead(Advice advice) {
        boolean service = advice.recommended()
                .filter(first -> first.option().kind() == OptionKind.API)
                .isPresent();
        return advice.viable().stream()
                .filter(verdict -> service && verdict.option().kind() != OptionKind.API)
                .filter(verdict -> verdict.stance().advisable())
                .limit(1)
                .map(verdict -> phrases.say(
                        "headline.machine-instead", counted(verdict), stance(verdict), outlay(verdict, advice)));
    }

    private String outlay(OptionVerdict verdict, Advice advice) {
        Cost cost = verdict.best().candidate().cost();
        String amount = likely(cost);
        return cost.bought()
                ? upfront(amount, verdict, advice)
                : phrases.say("headline.machine-total", amount, cost.horizonMonths());
    }

    /** An amount to pay at once, with a word where it buys no host. */
    private String upfront(String amount, OptionVerdict verdict, Advice advice) {
        boolean cardsAlone =
                verdict.option().pricedByCardsAloneOn(advice.request().asOf());
        return phrases.say(cardsAlone ? "headline.cards-upfront" : "headline.machine-upfront", amount);
    }

    private String unadvised(Advice advice) {
        if (!advice.viable().isEmpty()) {
            OptionVerdict first = advice.viable().get(0);
            return phrases.say("headline.weak", title(first), stance(first));
        }
        return advice.undecided().stream()
                .findFirst()
                .map(this::undecided)
                .orElseGet(() -> phrases.say("headline.none"));
    }

    private String undecided(OptionVerdict nearest) {
        String open = nearest.best().obstacles().stream()
                .map(reason -> reason.text().in(language))
                .collect(Collectors.joining(phrases.say("headline.and")));
        return phrases.say("headline.undecided", title(nearest), open);
    }

    private String countries(OptionVerdict verdict) {
        return verdict.option().countries().stream()
                .map(code -> Countries.name(code).in(language))
                .collect(Collectors.joining(phrases.say("list-separator")));
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
