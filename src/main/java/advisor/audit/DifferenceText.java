package advisor.audit;

import advisor.audit.Difference.FileChange;
import advisor.audit.Difference.FindingChange;
import advisor.audit.Difference.OptionChange;
import advisor.audit.Difference.Said;
import advisor.audit.Difference.Side;
import advisor.audit.record.Versions;
import advisor.report.screen.Screen;
import advisor.text.Points;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How answers differ, as text. */
public final class DifferenceText {
    private static final int MOST_PLACES = 20;

    private final RecordPage page;

    private DifferenceText(Screen screen) {
        this.page = new RecordPage(screen);
    }

    /** What today's rules and catalog answer otherwise than a record, and why. */
    public static String of(Difference difference, Screen screen) {
        DifferenceText text = new DifferenceText(screen);
        text.difference(difference);
        return text.page.text();
    }

    /** What a record says otherwise than one before it, and what was asked otherwise. */
    public static String ofRecords(Difference difference, Screen screen) {
        DifferenceText text = new DifferenceText(screen);
        text.asked(difference);
        text.difference(difference);
        return text.page.text();
    }

    /** Whether a record replays, and if not what came out otherwise. */
    public static String of(Replay replay, Screen screen) {
        DifferenceText text = new DifferenceText(screen);
        text.replay(replay);
        return text.page.text();
    }

    private void asked(Difference difference) {
        if (!difference.asked().isEmpty()) {
            page.heading("diff.asked");
            difference
                    .asked()
                    .forEach((field, sides) -> page.entry(field, value(sides.before()) + " → " + value(sides.after())));
            page.blank();
        }
    }

    private String value(String value) {
        return value.isEmpty() ? page.say("diff.not-given") : page.masked(value);
    }

    private void replay(Replay replay) {
        versions(replay.recorded());
        if (replay.same()) {
            page.paragraph(page.say("replay.same", replay.name(), replay.sha256()));
            return;
        }
        page.paragraph(page.say("replay.other", replay.name()));
        options(replay.difference());
        page.heading("replay.places", replay.places().size());
        replay.places().stream().limit(MOST_PLACES).forEach(place -> page.hanging("  - ", place));
        if (replay.places().size() > MOST_PLACES) {
            page.hanging("  - ", "…");
        }
    }

    private void versions(Versions recorded) {
        Versions present = Versions.present();
        if (!recorded.equals(present)) {
            page.paragraph(page.say(
                    "replay.versions", recorded.advisor(), recorded.drools(), present.advisor(), present.drools()));
        }
    }

    private void difference(Difference difference) {
        options(difference);
        files("diff.rules", difference.ruleFiles());
        files("diff.catalog", difference.catalogFiles());
        long flips = difference.options().stream().filter(DifferenceText::flips).count();
        page.blank();
        page.paragraph(page.say(
                "diff.sum", difference.compared(), flips, difference.options().size() - flips));
    }

    private static boolean flips(OptionChange change) {
        Side before = change.before();
        Side after = change.after();
        return before == null || after == null || !before.stance().equals(after.stance());
    }

    private void options(Difference difference) {
        String before = difference.recommended().before();
        String after = difference.recommended().after();
        page.paragraph(
                before.equals(after)
                        ? page.say("diff.same-recommended", named(before))
                        : page.say("diff.recommended", named(before), named(after)));
        section(
                "diff.flips",
                difference.options().stream().filter(DifferenceText::flips).toList());
        section(
                "diff.moves",
                difference.options().stream().filter(change -> !flips(change)).toList());
    }

    private String named(String option) {
        return option.isEmpty() ? page.say("nothing") : option;
    }

    private void section(String heading, List<OptionChange> changes) {
        if (!changes.isEmpty()) {
            page.heading(heading);
            changes.forEach(this::option);
        }
    }

    private void option(OptionChange change) {
        page.hanging("  ", "%s: %s → %s".formatted(change.option(), side(change.before()), side(change.after())));
        change.findings().forEach(this::finding);
    }

    private String side(@Nullable Side side) {
        return side == null ? page.say("diff.absent") : page.stance(side.stance()) + " " + side.score();
    }

    /** The points on both sides, and the words of the side that has any; both if only the words differ. */
    private void finding(FindingChange change) {
        Said before = change.before();
        Said after = change.after();
        String moved = change.rule() + " " + points(before) + " → " + points(after);
        page.hanging(
                "    ",
                moved + ": "
                        + page.in(Objects.requireNonNull(after == null ? before : after)
                                .text()));
        if (before != null && after != null && before.points() == after.points()) {
            page.hanging("      ", page.say("diff.before", page.in(before.text())));
        }
    }

    private String points(@Nullable Said said) {
        return said == null ? page.say("diff.silent") : Points.of(said.points());
    }

    private void files(String heading, List<FileChange> files) {
        if (!files.isEmpty()) {
            page.heading(heading);
            files.forEach(file -> page.hanging(
                    "  - ",
                    file.path() + ": " + page.say("fate." + file.fate().name().toLowerCase(Locale.ROOT))));
        }
    }
}
