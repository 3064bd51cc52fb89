package advisor.report.text;

import advisor.advice.survey.Estimate;
import advisor.advice.survey.MachineEstimate;
import advisor.facts.model.Attention;
import advisor.facts.model.ModelSize;
import advisor.facts.model.TensorClass;
import advisor.facts.model.TensorGroup;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Unknown;
import advisor.report.words.Columns;
import advisor.report.words.ProvenanceText;
import advisor.text.Language;
import advisor.text.Text;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A model's size for a terminal of 100 columns. */
public final class SizeReport {
    private static final Text TITLE = new Text("What the model takes", "模型占用");
    private static final int FORMAT = 18;
    private static final int NUMBER = 20;
    private static final int SHARE = 9;

    private final Language language;
    private final Phrases phrases;
    private final Wording wording;

    private SizeReport(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
    }

    /** @param onMachine the model on a machine; {@code null} if none was asked about */
    public static String of(Estimate estimate, @Nullable MachineEstimate onMachine, Language language) {
        String model = new SizeReport(language).write(estimate);
        return onMachine == null ? model : model + "\n" + MachineReport.of(onMachine, language);
    }

    private String write(Estimate estimate) {
        ModelSize size = estimate.size();
        Sheet sheet = new Sheet(language, size.id(), TITLE);
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
        new ProvenanceText(language)
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

    private static String row(String format, String parameters, String bytes, String share) {
        return Columns.padEnd(format, FORMAT)
                + Columns.padStart(parameters, NUMBER)
                + Columns.padStart(bytes, NUMBER)
                + Columns.padStart(share, SHARE);
    }

    private void unknown(Sheet sheet, ModelSize size) {
        for (Unknown doubt : size.unknown()) {
            sheet.entry(
                    phrases.say("size.open"),
                    doubt.figure() + ": " + doubt.reason().in(language));
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
