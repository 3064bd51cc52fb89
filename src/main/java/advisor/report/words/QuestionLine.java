package advisor.report.words;

import advisor.advice.Advice;
import advisor.facts.Request;
import advisor.facts.unit.Money;
import advisor.request.RequestFields;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was asked, in one line: all that is not as it would be by default. */
public final class QuestionLine {
    private QuestionLine() {}

    public static String of(Advice advice, Language language) {
        return of(advice.model().title().in(language), advice, language);
    }

    /** @param models what is to be run */
    static String of(String models, Advice advice, Language language) {
        Phrases phrases = new Phrases(language);
        Wording wording = new Wording(language);
        Request request = advice.request();
        Money budget = request.budget();
        String load = phrases.say(
                request.streams() == 1 ? "load.one" : "load",
                request.streams(),
                wording.number(request.promptTokens()),
                wording.number(request.outputTokens()));
        FieldText fields = new FieldText(request, language);
        Stream<String> demanded = RequestFields.demanded(request).stream().map(fields::of);
        return Stream.of(
                        Stream.of(
                                models,
                                load,
                                budget == null
                                        ? phrases.say("no-budget")
                                        : phrases.say("budget", wording.money(budget))),
                        demanded,
                        Stream.of(
                                phrases.say("as-of", request.asOf()),
                                phrases.say("lens." + request.lens().name().toLowerCase(Locale.ROOT))))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(" · "));
    }
}
