package advisor.report.text;

import advisor.advice.survey.MachineEstimate;
import advisor.facts.Candidate;
import advisor.facts.Layout;
import advisor.facts.Memory;
import advisor.facts.Performance;
import advisor.facts.Plan;
import advisor.facts.Request;
import advisor.facts.SpeedBasis;
import advisor.facts.machine.ComputeMode;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Unknown;
import advisor.report.screen.Columns;
import advisor.report.screen.Screen;
import advisor.report.words.ProvenanceText;
import advisor.report.words.SpeedBasisText;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model on a machine for a terminal of 100 columns: the memory as a waterfall, and the speed. */
final class MachineReport {
    private static final int ALL = 14;
    private static final int EACH = 14;

    private final Screen screen;
    private final Phrases phrases;
    private final Wording wording;

    private MachineReport(Screen screen) {
        this.screen = screen;
        this.phrases = new Phrases(screen.language());
        this.wording = new Wording(screen.language());
    }

    /** The memory of a candidate, all devices and each. */
    static String waterfall(Candidate candidate, Screen screen) {
        Sheet sheet = new Sheet(screen);
        MachineReport report = new MachineReport(screen);
        report.waterfall(sheet, candidate.memory(), candidate.plan());
        report.room(sheet, candidate.memory());
        return sheet.text();
    }

    /** The speed of a candidate at its load. */
    static String speed(Candidate candidate, Screen screen) {
        Sheet sheet = new Sheet(screen);
        new MachineReport(screen).speed(sheet, candidate.performance());
        return sheet.text();
    }

    static String of(MachineEstimate estimate, Screen screen) {
        return new MachineReport(screen).write(estimate);
    }

    private String write(MachineEstimate estimate) {
        Candidate candidate = estimate.candidate();
        Sheet sheet = new Sheet(
                screen, candidate.accelerator().id(), candidate.option().title());
        sheet.entry(phrases.say("machine.load"), load(estimate.load(), phrases));
        sheet.entry(phrases.say("machine.plan"), plan(candidate.plan()));
        waterfall(sheet, candidate.memory(), candidate.plan());
        room(sheet, candidate.memory());
        speed(sheet, candidate.performance());
        if (!candidate.performance().unknown()) {
            basis(sheet, estimate.basis());
        }
        new ProvenanceText(screen.language())
                .lines(estimate.provenances())
                .forEach(line -> sheet.entry(phrases.say("provenance"), line));
        for (Unknown doubt : estimate.unknown()) {
            sheet.entry(
                    phrases.say("size.open"),
                    doubt.figure() + ": " + doubt.reason().in(screen.language()));
        }
        return sheet.text();
    }

    /** The line with which an answer for a load begins. */
    static String assuming(Request request, Screen screen) {
        Phrases phrases = new Phrases(screen.language());
        String line = phrases.say("machine.assuming", load(request, phrases));
        return String.join("\n", Columns.wrap(line, screen.columns())) + "\n\n";
    }

    private static String load(Request request, Phrases phrases) {
        return phrases.say(
                request.streams() == 1 ? "load.one" : "load",
                Wording.whole(request.streams()),
                Wording.whole(request.promptTokens()),
                Wording.whole(request.outputTokens()));
    }

    private String plan(Plan plan) {
        String format = plan.precision().label() + " · " + phrases.choice(plan.mode());
        return plan.mode() == ComputeMode.UNSUPPORTED
                ? format
                : format + " · " + plan.engineName() + " · " + plan.layout().label() + idle(plan.layout())
                        + guesses(plan);
    }

    private String guesses(Plan plan) {
        return plan.speculativeTokens() == 0 ? "" : " · " + phrases.say("machine.guesses", plan.speculativeTokens());
    }

    private String idle(Layout layout) {
        return layout.idleDevices() == 0
                ? ""
                : " · " + phrases.say("machine.idle", layout.usedDevices(), layout.devices(), layout.idleDevices());
    }

    private void waterfall(Sheet sheet, Memory memory, Plan plan) {
        int devices = plan.layout().usedDevices();
        sheet.entry(phrases.say("machine.memory"), row(phrases.say("machine.all"), phrases.say("machine.each")));
        line(sheet, "machine.weights", memory.weights(), devices, notLoaded(memory));
        Bytes copies = memory.weightCopies();
        if (copies != null && copies.count() > 0) {
            line(sheet, "machine.weight-copies", copies, devices, phrases.say("machine.why-copies"));
        }
        line(sheet, "machine.cache", memory.kvCache(), devices, "");
        line(sheet, "machine.runtime", memory.runtime(), devices, "");
        line(sheet, "machine.needed", memory.needed(), devices, "");
        line(
                sheet,
                "machine.usable",
                memory.usable(),
                devices,
                phrases.say("machine.of", wording.gigabytes(memory.total())));
        line(sheet, "machine.spare", memory.spare(), devices, "");
        line(sheet, "machine.short", memory.shortfall(), devices, "");
    }

    private String notLoaded(Memory memory) {
        Bytes left = memory.notLoaded();
        return left == null ? "" : phrases.say("machine.not-loaded", wording.gigabytes(left));
    }

    /** All devices, and one of those that take part; left out if there is no such figure and none is due. */
    private void line(Sheet sheet, String label, @Nullable Bytes bytes, int devices, String remark) {
        boolean optional = label.equals("machine.spare") || label.equals("machine.short");
        if (bytes != null || !optional) {
            String each = bytes == null ? "" : wording.gigabytes(bytes.times(1.0 / devices));
            sheet.line("  " + phrases.say(label), row(wording.gigabytes(bytes), each), remark);
        }
    }

    private static String row(String all, String each) {
        return Columns.padStart(all, ALL) + Columns.padStart(each, EACH);
    }

    private void room(Sheet sheet, Memory memory) {
        Long tokens = memory.cacheTokens();
        Long streams = memory.streams();
        sheet.entry(phrases.say("machine.cache-tokens"), tokens == null ? wording.unknown() : Wording.whole(tokens));
        sheet.entry(phrases.say("machine.streams"), streams == null ? wording.unknown() : Wording.whole(streams));
    }

    private void speed(Sheet sheet, Performance performance) {
        interval(sheet, "machine.user", performance.tokensPerSecondPerUser(), "token/s");
        interval(sheet, "machine.first", performance.timeToFirstTokenMilliseconds(), "ms");
        interval(sheet, "machine.next", performance.timePerOutputTokenMilliseconds(), "ms");
        interval(sheet, "machine.box", performance.outputTokensPerSecond(), "token/s");
    }

    private void basis(Sheet sheet, SpeedBasis basis) {
        SpeedBasisText text = new SpeedBasisText(screen.language());
        sheet.entry(phrases.say("machine.basis"), text.unmeasured(basis));
        List<String> runs = text.nearest(basis);
        for (int i = 0; i < runs.size(); i++) {
            String source = basis.nearest().get(i).run().source();
            sheet.entry(phrases.say("machine.nearest"), runs.get(i) + "  [" + source + "]");
        }
    }

    private void interval(Sheet sheet, String label, @Nullable Interval interval, String unit) {
        sheet.entry(phrases.say(label), interval == null ? wording.unknown() : wording.interval(interval) + " " + unit);
    }
}
