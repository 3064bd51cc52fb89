package advisor.report.text;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.facts.Candidate;
import advisor.facts.Lens;
import advisor.report.screen.Columns;
import advisor.report.screen.Paint;
import advisor.report.screen.Screen;
import advisor.report.words.Uncertainties;
import advisor.rules.session.RuleError;
import advisor.words.Phrases;
import java.util.List;
import java.util.Optional;

/** An advice for a terminal of 100 columns. */
public final class TextReport {
    private static final String INDENT = "    ";

    private final Screen screen;
    private final Paint paint;
    private final Phrases phrases;
    private final StringBuilder out = new StringBuilder();

    private TextReport(Screen screen) {
        this.screen = screen;
        this.paint = screen.paint();
        this.phrases = new Phrases(screen.language());
    }

    public static String of(Advice advice, Screen screen) {
        return new TextReport(screen).write(advice);
    }

    private String write(Advice advice) {
        errors(advice);
        title(advice);
        viable(advice);
        decided("undecided", advice.undecided());
        decided("rejected", advice.rejected());
        corrections(advice);
        notes(advice.notes());
        uncertain(advice);
        return out.toString();
    }

    private void errors(Advice advice) {
        if (advice.complete()) {
            return;
        }
        String title = phrases.say("incomplete", advice.errors().size(), advice.ruleCount());
        Columns.wrap(title, screen.columns()).forEach(text -> line(paint.bold(text)));
        advice.errors().forEach(error -> bullet(error(error)));
        out.append('\n');
    }

    private String error(RuleError error) {
        Candidate candidate = error.candidate();
        String place = error.rule().place();
        String message = error.message().in(screen.language());
        return candidate == null
                ? phrases.say("incomplete.rule", place, error.rule().id(), message)
                : phrases.say("incomplete.rule-on", place, error.rule().id(), candidate.id(), message);
    }

    private void title(Advice advice) {
        AnswerText.of(advice, screen).forEach(this::line);
    }

    private void viable(Advice advice) {
        List<OptionVerdict> verdicts = advice.viable();
        if (verdicts.isEmpty()) {
            return;
        }
        heading("viable");
        new OptionTable(verdicts, advice.model().nativePrecision(), screen)
                .rows()
                .forEach(this::line);
    }

    private void decided(String heading, List<OptionVerdict> verdicts) {
        if (verdicts.isEmpty()) {
            return;
        }
        heading(heading);
        for (OptionVerdict verdict : verdicts) {
            String id = verdict.option().id();
            int room = screen.columns() - INDENT.length() - Columns.width(id);
            List<String> title = Columns.wrap(verdict.option().title().in(screen.language()), room);
            line("  " + Columns.fit(title.get(0), room) + paint.dim("  " + id));
            title.stream().skip(1).forEach(rest -> line("  " + rest));
            obstacles(verdict.best().obstacles());
        }
    }

    private void obstacles(List<Reason> obstacles) {
        for (int i = 0; i < obstacles.size(); i++) {
            String text = obstacles.get(i).text().in(screen.language());
            paragraph(i == 0 ? text : phrases.say("rejected.also", text), INDENT);
        }
    }

    private void corrections(Advice advice) {
        Optional<OptionVerdict> shown = advice.viable().stream()
                .filter(verdict -> !corrections(verdict).isEmpty())
                .findFirst();
        if (advice.request().lens() == Lens.FOUNDING || shown.isEmpty()) {
            return;
        }
        out.append('\n');
        String title = phrases.say("corrections", shown.get().option().title().in(screen.language()));
        Columns.wrap(title, screen.columns()).forEach(text -> line(paint.bold(text)));
        corrections(shown.get()).forEach(this::correction);
    }

    /** The corrections of an option that have a founding claim to show beside them. */
    private static List<Reason> corrections(OptionVerdict verdict) {
        return verdict.best().reasons().stream()
                .filter(reason -> reason.corrects() != null && reason.corrects().text() != null)
                .toList();
    }

    private void correction(Reason reason) {
        bullet(reason.text().in(screen.language()));
        Reason.Correction corrected = reason.corrects();
        if (corrected != null && corrected.text() != null) {
            paragraph(phrases.say("founding-says", corrected.text().in(screen.language())), INDENT);
        }
    }

    private void notes(List<Reason> notes) {
        if (notes.isEmpty()) {
            return;
        }
        heading("notes");
        notes.forEach(note -> bullet(note.text().in(screen.language())));
    }

    private void uncertain(Advice advice) {
        heading("uncertain");
        new Uncertainties(screen.language()).of(advice).forEach(this::bullet);
        out.append('\n');
        Columns.wrap(phrases.say("next"), screen.columns()).forEach(text -> line(paint.dim(text)));
    }

    private void heading(String key) {
        out.append('\n');
        line(paint.bold(phrases.say(key)));
    }

    private void bullet(String text) {
        List<String> lines = Columns.wrap(text, screen.columns() - 4);
        for (int i = 0; i < lines.size(); i++) {
            line((i == 0 ? "  - " : INDENT) + lines.get(i));
        }
    }

    private void paragraph(String text, String indent) {
        Columns.wrap(text, screen.columns() - indent.length()).forEach(piece -> line(indent + piece));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
