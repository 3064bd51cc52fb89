package advisor.report.text;

import advisor.advice.survey.Estimate;
import advisor.advice.survey.MachineEstimate;
import advisor.facts.model.Attention;
import advisor.facts.model.ModelSize;
import advisor.facts.model.TensorClass;
import advisor.facts.model.TensorGroup;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Unknown;
import advisor.report.screen.Columns;
import advisor.report.screen.Screen;
import advisor.report.words.ProvenanceText;
import advisor.text.Text;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A model's size for a terminal of 100 columns. */
public final class SizeReport {
    private static final Text TITLE = new Text("What the model takes", "模型占用");
    private static final int FORMAT = 18;
    private static final int WIDEST_NUMBER = 20;
    private static final int NARROWEST_NUMBER = 16;
    private static final int SHARE = 9;

    private final Screen screen;
    private final Phrases phrases;
    private final Wording wording;
    private final int number;
    private final int formatWidth;

    private SizeReport(Screen screen) {
        this.screen = screen;
        this.phrases = new Phrases(screen.language());
        this.wording = new Wording(screen.language());
        int room = Sheet.room(screen) - SHARE;
        this.number = Math.max(NARROWEST_NUMBER, Math.min(WIDEST_NUMBER, (room - FORMAT) / 2));
        this.formatWidth = Math.min(FORMAT, room - 2 * number);
    }

    /** @param onMachine the model on a machine; {@code null} if none was asked about */
    public static String of(Estimate estimate, @Nullable MachineEstimate onMachine, Screen screen) {
        String model = new SizeReport(screen).write(estimate);
        return onMachine == null
                ? model
                : MachineReport.assuming(onMachine.load(), screen) + model + "\n" + MachineReport.of(onMachine, screen);
    }

    private String write(Estimate estimate) {
        ModelSize size = estimate.size();
        Sheet sheet = new Sheet(screen, size.id(), TITLE);
        sheet.entry(phrases.say("figure.total"), count(size.totalParameters()));
        sheet.entry(phrases.say("figure.active"), count(size.activeParameters()));
        sheet.entry(phrases.say("figure.multi_token_prediction"), count(size.multiTokenPredictionParameters()));
        sheet.entry(phrases.say("label.checkpoint"), weights(size));
        if (hasPrediction(size)) {
            sheet.entry(phrases.say("size.without-prediction"), bytes(size.withoutPrediction()));
        }
        sheet.entry(
                phrases.say("label.context"),
                size.contextTokens() == null ? wording.unknown() : Wording.whole(size.contextTokens()));
        cache(sheet, estimate);
        table(sheet, size);
        new ProvenanceText(screen.language())
                .lines(estimate.provenances())
                .forEach(line -> sheet.entry(phrases.say("provenance"), line));
        unknown(sheet, size);
        return sheet.text();
    }

    private String weights(ModelSize size) {
        return size.precision() == null
                ? bytes(size.checkpoint())
                : bytes(size.checkpoint()) + " · " + size.precision().label();
    }

    private static boolean hasPrediction(ModelSize size) {
        return size.groups().stream().anyMatch(group -> group.tensorClass() == TensorClass.MULTI_TOKEN_PREDICTION);
    }

    private void cache(Sheet sheet, Estimate estimate) {
        Long perToken = estimate.cacheBytesPerToken();
        sheet.entry(phrases.say("size.cache"), perToken == null ? wording.unknown() : perToken(estimate, perToken));
        sheet.entry(
                phrases.say("size.cache-at", Wording.whole(estimate.contextTokens())),
                bytes(estimate.cacheAtContext()));
    }

    /** Layers with a window grow until it is full, and then no more. */
    private String perToken(Estimate estimate, long grows) {
        Attention attention = estimate.size().attention();
        return attention.window() > 0
                ? phrases.say(
                        "size.cache-window",
                        Wording.whole(grows),
                        Wording.whole(grows + attention.windowBytesPerToken()),
                        Wording.whole(attention.window()))
                : Wording.whole(grows) + " B";
    }

    private void table(Sheet sheet, ModelSize size) {
        if (size.groups().isEmpty()) {
            return;
        }
        sheet.entry(
                phrases.say("size.tensors"),
                row(
                        phrases.say("size.format"),
                        phrases.say("figure.total"),
                        phrases.say("size.bytes"),
                        phrases.say("size.share")));
        size.groups().forEach(group -> group(sheet, group, size.checkpoint()));
    }

    private void group(Sheet sheet, TensorGroup group, @Nullable Bytes all) {
        double share =
                all == null || all.count() == 0 ? 0 : (double) group.bytes().count() / all.count();
        sheet.entry(
                phrases.choice(group.tensorClass()),
                row(
                        group.format(),
                        group.parameters() == null ? wording.unknown() : Wording.whole(group.parameters()),
                        Wording.whole(group.bytes().count()),
                        String.format(Locale.ROOT, "%.2f %%", share * 100)));
    }

    private String row(String format, String parameters, String bytes, String share) {
        return Columns.padEnd(Columns.fit(format, formatWidth - 1), formatWidth)
                + Columns.padStart(parameters, number)
                + Columns.padStart(bytes, number)
                + Columns.padStart(share, SHARE);
    }

    private void unknown(Sheet sheet, ModelSize size) {
        for (Unknown doubt : size.unknown()) {
            sheet.entry(
                    phrases.say("size.open"),
                    doubt.figure() + ": " + doubt.reason().in(screen.language()));
        }
    }

    private String count(@Nullable Long parameters) {
        return parameters == null
                ? wording.unknown()
                : "%s (%s)"
                        .formatted(
                                Wording.whole(parameters),
                                phrases.say("size.billions", wording.number(parameters / 1e9)));
    }

    /** Real bytes, and both multiples by name. */
    private String bytes(@Nullable Bytes bytes) {
        return bytes == null
                ? wording.unknown()
                : String.format(
                        Locale.ROOT,
                        "%s B (%.2f GB, %.2f GiB)",
                        Wording.whole(bytes.count()),
                        bytes.gigabytes(),
                        bytes.gibibytes());
    }
}
