package advisor.report.text;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.facts.Candidate;
import advisor.facts.unit.Interval;
import advisor.report.words.Answer;
import advisor.report.words.Columns;
import advisor.report.words.PlanTitle;
import advisor.report.words.QuestionLine;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.List;
import java.util.stream.Stream;

/** An advice on one page of a terminal of 100 columns: the answer, a line for each plan, and why the rest is out. */
public final class AnswerPage {
    private static final int WIDTH = 100;
    private static final int LABEL = 11;
    private static final int MOST_LINES = 4;
    private static final int MOST_SENTENCES = 6;
    private static final int PLANS = 12;
    private static final int TITLE = 36;
    private static final int FORMAT = 12;
    private static final int COST = 11;
    private static final int SPEED = 7;

    private final Advice advice;
    private final Language language;
    private final Paint paint;
    private final Phrases phrases;
    private final Wording wording;
    private final Answer answer;
    private final StringBuilder out = new StringBuilder();

    private AnswerPage(Advice advice, Language language, Paint paint) {
        this.advice = advice;
        this.language = language;
        this.paint = paint;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
        this.answer = new Answer(advice, language);
    }

    public static String of(Advice advice, Language language, Paint paint) {
        return new AnswerPage(advice, language, paint).write();
    }

    private String write() {
        Columns.wrap(QuestionLine.of(advice, language), WIDTH).forEach(this::line);
        out.append('\n');
        answer.parts().forEach(this::part);
        plans();
        rejected();
        out.append('\n');
        Columns.wrap(phrases.say("answer.more"), WIDTH).forEach(text -> line(paint.dim(text)));
        return out.toString();
    }

    private void part(Answer.Part part, List<String> sentences) {
        String label = phrases.say("answer." + Ids.of(part));
        boolean decides = part == Answer.Part.DO;
        boolean labelled = true;
        for (String sentence : sentences.subList(0, Math.min(sentences.size(), MOST_SENTENCES))) {
            for (String piece : shortened(sentence, WIDTH - LABEL)) {
                line(paint.bold(Columns.padEnd(labelled ? label : "", LABEL)) + (decides ? paint.bold(piece) : piece));
                labelled = false;
            }
        }
    }

    /** No sentence takes more than a few lines. */
    private static List<String> shortened(String sentence, int width) {
        List<String> lines = Columns.wrap(sentence, width);
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        String last = Columns.fit(lines.get(MOST_LINES - 1) + "…", width);
        return Stream.concat(lines.stream().limit(MOST_LINES - 1), Stream.of(last))
                .toList();
    }

    private void plans() {
        List<OptionVerdict> viable = advice.viable();
        if (viable.isEmpty()) {
            return;
        }
        heading("answer.plans");
        line(paint.dim(phrases.say("answer.plans.head", advice.request().horizonMonths())));
        viable.stream().limit(PLANS).forEach(option -> line(plan(option)));
        if (viable.size() > PLANS) {
            line(phrases.say("answer.plans.more", viable.size() - PLANS));
        }
    }

    private String plan(OptionVerdict option) {
        Candidate plan = option.best().candidate();
        Interval speed = plan.performance().tokensPerSecondPerUser();
        String title = Columns.fit(new PlanTitle(language).of(plan), TITLE);
        return Columns.padStart(Integer.toString(option.rank()), 3) + "  " + Columns.padEnd(title, TITLE)
                + " " + Columns.padEnd(Columns.fit(phrases.choice(plan.precision()), FORMAT), FORMAT)
                + Columns.padStart(wording.money(plan.cost().likelyTotal()), COST)
                + Columns.padStart(speed == null ? "–" : wording.number(speed.likely()), SPEED)
                + "  "
                + paint.stance(
                        option.stance(),
                        option.stance().title().in(language) + " "
                                + option.best().score()
                                + option.reportedBar()
                                        .map(bar -> phrases.say("answer.plans.barred"))
                                        .orElse(""));
    }

    private void rejected() {
        List<String> groups = answer.rejected();
        if (groups.isEmpty()) {
            return;
        }
        heading("answer.rejected");
        groups.forEach(group -> {
            List<String> lines = shortened(group, WIDTH - 4);
            for (int i = 0; i < lines.size(); i++) {
                line((i == 0 ? "  - " : "    ") + lines.get(i));
            }
        });
    }

    private void heading(String key) {
        out.append('\n');
        line(paint.bold(phrases.say(key)));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
