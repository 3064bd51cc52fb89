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
import java.util.stream.Collectors;

/** Says in one sentence what to do. */
public final class Headline {
    private final Language language;
    private final Phrases phrases;
    private final Wording wording;
    private final PlanTitle planTitle;

    public Headline(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
        this.planTitle = new PlanTitle(language);
    }

    public String of(Advice advice) {
        LawText law = new LawText(language);
        return advice.complete()
                ? law.barred(advice) + closed(complete(advice)) + exportOpen(advice) + law.countries(advice)
                : incomplete(advice);
    }

    /** Hardware may be barred to a buyer, and nobody said where the buyer is. */
    private String exportOpen(Advice advice) {
        boolean hardware = advice.viable().stream()
                .anyMatch(verdict ->
                        verdict.option().purchased() && verdict.stance().advisable());
        return hardware && advice.request().jurisdiction() == null
                ? separator() + phrases.say("headline.export-open")
                : "";
    }

    private String incomplete(Advice advice) {
        return phrases.say("headline.incomplete")
                + advice.viable().stream()
                        .findFirst()
                        .map(first -> separator() + phrases.say("headline.incomplete-first", title(first)))
                        .orElse("");
    }

    private String complete(Advice advice) {
        return advice.request().lens() == Lens.FOUNDING ? new FoundingHeadline(language).of(advice) : decided(advice);
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
            case API ->
                phrases.say("headline.api", title(first), likely(cost), cost.horizonMonths(), countries(first))
                        + machineInstead(advice);
        };
    }

    /** The best machine, for those who may not or will not send their data out. */
    private String machineInstead(Advice advice) {
        return advice.viable().stream()
                .filter(verdict -> verdict.option().kind() != OptionKind.API)
                .filter(verdict -> verdict.stance().advisable())
                .findFirst()
                .map(verdict -> separator()
                        + phrases.say(
                                "headline.machine-instead", counted(verdict), stance(verdict), outlay(verdict, advice)))
                .orElse("");
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
        if (!advice.lawful().isEmpty()) {
            OptionVerdict first = advice.lawful().get(0);
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
        return verdict.option().places().stream()
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

    /** A sentence with its end, so that another may follow. */
    private String closed(String sentence) {
        return sentence.matches("(?s).*[.。!?…]") ? sentence : sentence + (language == Language.ZH ? "。" : ".");
    }

    private String separator() {
        return language == Language.ZH ? "" : " ";
    }
}
