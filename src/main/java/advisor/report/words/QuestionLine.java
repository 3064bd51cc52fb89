package advisor.report.words;

import advisor.advice.Advice;
import advisor.facts.Request;
import advisor.facts.unit.Money;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.Locale;

/** What was asked, in one line. */
public final class QuestionLine {
    private QuestionLine() {}

    public static String of(Advice advice, Language language) {
        Phrases phrases = new Phrases(language);
        Wording wording = new Wording(language);
        Request request = advice.request();
        Money budget = request.budget();
        String load = phrases.say(
                request.streams() == 1 ? "load.one" : "load",
                request.streams(),
                wording.number(request.promptTokens()),
                wording.number(request.outputTokens()));
        return String.join(
                " · ",
                advice.model().title().in(language),
                load,
                budget == null ? phrases.say("no-budget") : phrases.say("budget", wording.money(budget)),
                phrases.say("as-of", request.asOf()),
                phrases.say("lens." + request.lens().name().toLowerCase(Locale.ROOT)));
    }
}
