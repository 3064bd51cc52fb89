package advisor.report.text;

import advisor.advice.change.Explanation;
import advisor.advice.change.OpenPoint;
import advisor.report.screen.Page;
import advisor.report.screen.Screen;
import advisor.report.words.PlainCondition;
import advisor.report.words.SourceNotes;
import advisor.text.Ids;
import advisor.words.Phrases;

/** What would have to be known to decide. */
final class OpenText {
    private final Screen screen;
    private final Phrases phrases;
    private final PlainCondition plain;

    private OpenText(SourceNotes notes, Screen screen) {
        this.screen = screen;
        this.phrases = new Phrases(screen.language());
        this.plain = new PlainCondition(screen.language(), notes);
    }

    static String of(Explanation explanation, SourceNotes notes, Screen screen) {
        OpenText text = new OpenText(notes, screen);
        Page page = new Page(screen);
        page.heading(text.phrases.say("explain.open"));
        if (explanation.open().isEmpty()) {
            page.bullet(text.phrases.say("explain.open-none"));
        }
        explanation.open().forEach(point -> page.bullet(text.point(point)));
        return page.text();
    }

    private String point(OpenPoint point) {
        if (point instanceof OpenPoint.Stated stated) {
            return phrases.say("explain.open-point", stated.text().in(screen.language()), stated.rule());
        }
        if (point instanceof OpenPoint.Figure figure) {
            return phrases.say("explain.open-point", plain.name(figure.operand()), String.join(", ", figure.rules()));
        }
        return point instanceof OpenPoint.Cost cost
                ? phrases.say("explain.open-cost", phrases.say("cost-part." + Ids.of(cost.part())))
                : phrases.say(
                        "explain.open-memory", phrases.say("memory-part." + Ids.of(((OpenPoint.Held) point).part())));
    }
}
