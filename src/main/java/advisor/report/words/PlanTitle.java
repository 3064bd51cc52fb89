package advisor.report.words;

import advisor.facts.Candidate;
import advisor.text.Language;
import advisor.words.Phrases;

/** What a plan is called: the option, with how many of it where it takes several. */
public final class PlanTitle {
    private final Language language;
    private final Phrases phrases;

    public PlanTitle(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
    }

    public String of(Candidate plan) {
        String title = plan.option().title().in(language);
        int units = plan.plan().units();
        return units == 1 ? title : phrases.say("several", units, title);
    }
}
