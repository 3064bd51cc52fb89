package advisor.sizing.speed;

import advisor.Shipped;
import advisor.advice.survey.MachineEstimate;
import advisor.advice.survey.MachineEstimator;
import advisor.facts.Request;
import advisor.facts.unit.Interval;
import advisor.request.MachineForm;
import advisor.sizing.Fixture;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What somebody published of a plan of a kind that no fit saw, with what the advice says of it.
 *
 * @param kind "four bits" of experts that others widened, or a maker
 * @param load streams and tokens, as the page prints them
 * @param measured tokens a second of one stream
 * @param estimate of the same
 */
record PublishedRun(
        String kind, String source, String machine, String format, String load, double measured, Interval estimate) {
    private static final String HEAD =
            """

            ## Four bits by others, and other makers

            Published runs that no fit saw (`published-runs.csv`), tokens a second of one stream as the advice says today. What the plans of these kinds take beyond the fitted runs was set by hand from the same rows, so this shows how wide they are, not how well they foretell. Experts that somebody else than the model's maker put into four bits take a time for each layer and value of a row; with latent attention their prompts move some twenty times the bytes of fitted ones, so that 8 A100 read no more than the published 2,442 tokens a second, as did 8 H100 no more than 4,732 until July 2025, when engines ran such experts with a kernel that reads 17,000 (`performance/widened-expert-row-bytes`); before Hopper such a cache is read at 0.18 of the bandwidth of later generations (`performance/latent-cache-share-before-hopper`). 32 streams of the card are decoding alone: that fast its own rate of prompts could not feed them. Huawei's devices reach 0.7 of the speed (`performance/share-of-huawei`); others, of which no run was read, are taken to reach 0.6 (`performance/share-of-other-vendors`). On Apple's, latent attention with experts takes a time for each layer by which R1 comes out as in llama.cpp (`performance/apple-latent-expert-layer-seconds`). The run of eight servers had the prompts read by four of them, as that of 2,586 streams by two more; its lengths are not told and taken as 2,048; the one on 950PR asked ten prompts at once and none later.

            | kind | model and machine | format | load | measured | estimate | predicted / measured | inside | source |
            |---|---|---|---|---|---|---|---|---|
            """;

    static List<PublishedRun> all() {
        return MeasuredFile.rows("published-runs.csv").map(PublishedRun::of).toList();
    }

    private static PublishedRun of(String... cells) {
        MachineForm form = new MachineForm(
                cells[3],
                Integer.parseInt(cells[4]),
                Integer.parseInt(cells[5]),
                cells[6].isEmpty() ? null : cells[6],
                cells[7]);
        Request load = Shipped.request(
                "model", "deepseek-r1",
                "streams", cells[8],
                "prompt-tokens", cells[9],
                "output-tokens", cells[10],
                "prefix-cache-share", cells[11]);
        return new PublishedRun(
                cells[0],
                cells[1],
                "%s, %s × %s, %s".formatted(cells[2], cells[4], cells[3], cells[7]),
                cells[6].isEmpty() ? "its own" : cells[6].toUpperCase(Locale.ROOT),
                "%s × (%s + %s)%s".formatted(cells[8], cells[9], cells[10], cells[11].equals("0") ? "" : ", decoding"),
                Double.parseDouble(cells[12]),
                Objects.requireNonNull(
                        estimate(cells[2], form, load).candidate().performance().tokensPerSecondPerUser(),
                        () -> String.join(",", cells)));
    }

    private static MachineEstimate estimate(String model, MachineForm form, Request load) {
        MachineEstimator estimator = new MachineEstimator(Shipped.catalog(), load);
        return Shipped.catalog().models().containsKey(model)
                ? estimator.estimate(Shipped.catalog().model(model), form)
                : estimator.estimate(Fixture.facts(model), form);
    }

    /** Predicted over measured. */
    double off() {
        return estimate.likely() / measured;
    }

    boolean inside() {
        return estimate.low() <= measured && measured <= estimate.high();
    }

    /** The rows as a section of a page. */
    static String section() {
        return HEAD + all().stream().map(PublishedRun::line).collect(Collectors.joining());
    }

    private String line() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %.1f | %.1f (%.1f to %.1f) | %.2f | %s | %s |%n",
                kind,
                machine,
                format,
                load,
                measured,
                estimate.likely(),
                estimate.low(),
                estimate.high(),
                off(),
                inside() ? "yes" : "no",
                source);
    }
}
