package advisor.sizing.speed;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** What of the fit stands in the catalog: each engine's times, and the parameters that all share. */
final class FittedCatalog {
    static final SpeedFit.Fitted FIT = SpeedFit.fit(MeasuredRun.fitted(), FullLoadRun.all());
    static final Conformal CONFORMAL = new Conformal(
            MeasuredRun.all().stream()
                    .filter(run -> !run.note().equals("implausible"))
                    .toList(),
            FullLoadRun.all(),
            FIT.point());

    private static final Path CATALOG = Path.of("catalog");
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private FittedCatalog() {}

    /** Fitted times of an engine, by their key in its file. */
    static Map<String, Double> ofEngine(String engine) {
        Coefficients fitted = FIT.byEngine().get(engine);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("prefill_compute_share", fitted.prefillComputeShare());
        values.put("layer_seconds", fitted.layerSeconds());
        values.put("expert_layer_seconds", fitted.expertLayerSeconds());
        values.put("stream_layer_seconds", fitted.streamLayerSeconds());
        values.put("queue_share", fitted.queueShare());
        values.put("first_token_steps", fitted.firstTokenSteps());
        return values;
    }

    /** Parameters by what follows {@code performance/} in their id. */
    static Map<String, Double> parameters() {
        Coefficients shared = FIT.byEngine().get(SpeedFit.OTHER);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("bandwidth-share", shared.bandwidthShare());
        values.put("cache-bandwidth-share", shared.cacheBandwidthShare());
        values.put("decode-compute-share", shared.decodeComputeShare());
        values.put("expert-row-bytes", shared.expertRowBytes());
        values.put("hop-seconds", shared.hopSeconds());
        values.put("link-share", shared.linkShare());
        values.put("weight-only-prefill", FIT.weightOnlyPrefill());
        values.put("other-prefill-compute-share", worst(Coefficients::prefillComputeShare, true));
        values.put("other-layer-seconds", worst(Coefficients::layerSeconds, false));
        values.put("other-expert-layer-seconds", worst(Coefficients::expertLayerSeconds, false));
        values.put("other-stream-layer-seconds", worst(Coefficients::streamLayerSeconds, false));
        values.put("other-queue-share", worst(Coefficients::queueShare, false));
        values.put("other-first-token-steps", worst(Coefficients::firstTokenSteps, false));
        put(values, "measured", CONFORMAL.ofSpeed(Conformal.Kind.SET_UP));
        put(values, "first-token", CONFORMAL.ofFirstToken(Conformal.Kind.SET_UP));
        put(values, "unseen-load", FullLoadRun.spread(CONFORMAL));
        for (Conformal.Kind kind : Conformal.Kind.values()) {
            if (kind.aspect != null) {
                put(values, "unseen-" + advisor.text.Ids.of(kind.aspect), CONFORMAL.ofSpeed(kind));
            }
            if (kind.aspect != null && kind.leavesAKindOut()) {
                put(values, "first-token-unseen-" + advisor.text.Ids.of(kind.aspect), CONFORMAL.ofFirstToken(kind));
            }
        }
        return values;
    }

    private static void put(Map<String, Double> values, String name, Spread spread) {
        values.put(name + "-low", spread.low());
        values.put(name + "-high", spread.high());
    }

    private static double worst(ToDoubleFunction<Coefficients> coefficient, boolean least) {
        DoubleStream ofEngines =
                SpeedFit.ENGINES.stream().map(FIT.byEngine()::get).mapToDouble(coefficient);
        return (least ? ofEngines.min() : ofEngines.max()).orElseThrow();
    }

    /** Writes all of it into the catalog. */
    static void write() throws IOException {
        for (String engine : SpeedFit.ENGINES) {
            Path file = CATALOG.resolve("engines").resolve(engine + ".yaml");
            rewrite(file, ofEngine(engine), "(\\n  %s: )[-0-9.E]+");
        }
        rewrite(
                CATALOG.resolve("parameters/performance.yaml"),
                parameters(),
                "(id: performance/%s\\n[^{]*\\{[^}]*\\}\\n    values:\\n      - \\{value: )[-0-9.E]+");
    }

    private static void rewrite(Path file, Map<String, Double> values, String pattern) throws IOException {
        String text = Files.readString(file);
        for (Map.Entry<String, Double> value : values.entrySet()) {
            Matcher matcher = Pattern.compile(pattern.formatted(Pattern.quote(value.getKey())))
                    .matcher(text);
            if (!matcher.find()) {
                throw new AssertionError("no place for " + value.getKey() + " in " + file);
            }
            text = text.substring(0, matcher.end(1)) + plain(value.getValue()) + text.substring(matcher.end());
        }
        Files.writeString(file, text);
    }

    private static String plain(double value) {
        return new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros().toPlainString();
    }
}
