package advisor.report.words;

import advisor.advice.Alternative;
import advisor.advice.Guessing;
import advisor.advice.OptionVerdict;
import advisor.advice.Slower;
import advisor.facts.Candidate;
import advisor.facts.unit.Money;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.time.LocalDate;

/** Tells of another model what it would cost, and what that saves. */
public final class AlternativeText {
    private final Language language;
    private final LocalDate asOf;
    private final Phrases phrases;
    private final Wording wording;

    /** @param asOf the day of which prices are told */
    public AlternativeText(Language language, LocalDate asOf) {
        this.language = language;
        this.asOf = asOf;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
    }

    public String of(Alternative alternative) {
        Money saving = alternative.saving();
        return saving == null
                ? phrases.say("alternative.runs", plan(alternative))
                : phrases.say("alternative.saves", plan(alternative), wording.money(saving));
    }

    /** Of answers that come half as fast. */
    public String of(Slower slower) {
        Candidate plan = slower.best().best().candidate();
        Money saving = slower.saving();
        return phrases.say(
                saving == null ? "alternative.slower.runs" : "alternative.slower.saves",
                wording.number(slower.tokensPerSecond()),
                wording.number(slower.wished()),
                new PlanTitle(language).of(plan),
                slower.best().stance().title().in(language),
                amount(slower.best()),
                plan.cost().horizonMonths(),
                saving == null ? "" : wording.money(saving));
    }

    /** Of tokens that are guessed ahead. */
    public String of(Guessing guessing) {
        Candidate plan = guessing.best().best().candidate();
        Money saving = guessing.saving();
        return phrases.say(
                saving == null ? "alternative.guessing.runs" : "alternative.guessing.saves",
                guessing.tokens(),
                new PlanTitle(language).of(plan),
                guessing.best().stance().title().in(language),
                amount(guessing.best()),
                plan.cost().horizonMonths(),
                saving == null ? "" : wording.money(saving));
    }

    private String plan(Alternative alternative) {
        Candidate plan = alternative.best().best().candidate();
        return phrases.say(
                "alternative." + Ids.of(alternative.substitute().kind()),
                alternative.model().title().in(language),
                alternative.substitute().because().in(language),
                new PlanTitle(language).of(plan),
                alternative.best().stance().title().in(language),
                amount(alternative.best()),
                plan.cost().horizonMonths());
    }

    /** What it costs in all, with a word where nobody asks the price that it rests on. */
    private String amount(OptionVerdict best) {
        String amount = wording.money(best.best().candidate().cost().likelyTotal());
        return best.option().priceInferred(asOf) ? phrases.say("alternative.inferred", amount) : amount;
    }
}
