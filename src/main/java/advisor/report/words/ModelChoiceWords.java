package advisor.report.words;

import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.survey.ModelChoice;
import advisor.advice.survey.ModelChoice.ModelPlan;
import advisor.facts.Finding;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of several models side by side. */
public final class ModelChoiceWords {
    private final Language language;
    private final Phrases phrases;
    private final Wording wording;

    public ModelChoiceWords(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
    }

    /** What was asked, in one line. */
    public String question(ModelChoice choice) {
        String models = choice.ranked().stream()
                .map(plan -> plan.model().title().in(language))
                .sorted()
                .collect(Collectors.joining(phrases.say("list-separator")));
        return QuestionLine.of(models, choice.ranked().get(0).advice(), language);
    }

    /** Which is the cheapest that carries the load, and what that does not say. */
    public List<String> verdict(ModelChoice choice) {
        String first = choice.complete()
                ? choice.cheapest().map(this::cheapest).orElseGet(() -> phrases.say("choice.none"))
                : phrases.say("headline.incomplete");
        return List.of(first, phrases.say("choice.differ"));
    }

    private String cheapest(ModelPlan plan) {
        OptionVerdict option = plan.option();
        return phrases.say(
                "choice.cheapest",
                plan.model().title().in(language),
                new PlanTitle(language).of(option.best().candidate()),
                option.stance().title().in(language),
                total(plan),
                plan.advice().request().horizonMonths());
    }

    /** What speaks against a plan most; what keeps it out, or leaves it open. */
    public Optional<String> because(OptionVerdict option) {
        List<Reason> against = option.stance().viable()
                ? option.best().reasons(Finding.Kind.CONCERN)
                : option.best().obstacles();
        return against.stream().map(reason -> reason.text().in(language)).findFirst();
    }

    public String total(ModelPlan plan) {
        return wording.money(plan.likelyTotal());
    }

    /** Tokens a second of one stream. */
    public String speed(ModelPlan plan) {
        Double speed = plan.option().best().candidate().performance().likelyTokensPerSecondPerUser();
        return speed == null ? "–" : wording.number(speed);
    }

    public String stance(ModelPlan plan) {
        return plan.option().stance().title().in(language) + " "
                + plan.option().best().score();
    }
}
