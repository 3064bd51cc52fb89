package advisor.sizing.speed;

import advisor.Shipped;
import advisor.advice.survey.MachineEstimator;
import advisor.facts.Request;
import advisor.facts.unit.Interval;
import advisor.request.BadRequestException;
import advisor.request.MachineForm;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A measured run beside what the advice says of its set-up: not the formulas by themselves, but all that stands around
 * them, from the catalog's figures to the memory that decides how many streams run at once.
 *
 * @param tokensPerSecond of one stream; {@code null} if the advice does not say
 */
record AnsweredRun(MeasuredRun run, @Nullable Interval tokensPerSecond) {
    private static final String SECTION =
            """

            ## As the advice says

            The same runs through all of the advice, as `advisor size` is asked for such a machine, layout and load: %d of %d are answered; error %.0f %%, predicted / measured %.2f, inside %.0f %%. Those that were most likely sped up are not among them.
            """;

    static List<AnsweredRun> of(List<MeasuredRun> runs) {
        return runs.stream().map(run -> new AnsweredRun(run, answer(run))).toList();
    }

    private static @Nullable Interval answer(MeasuredRun run) {
        try {
            return estimate(run);
        } catch (BadRequestException e) {
            // A layout that the advice does not know: experts over some of a layer's devices.
            return null;
        }
    }

    private static @Nullable Interval estimate(MeasuredRun run) {
        MachineForm form = new MachineForm(
                run.accelerator().id(),
                run.machine().devices(),
                1,
                run.precision().name().toLowerCase(Locale.ROOT),
                run.engine());
        return new MachineEstimator(Shipped.catalog(), load(run))
                .estimate(Shipped.catalog().model(run.model()), form)
                .candidate()
                .performance()
                .tokensPerSecondPerUser();
    }

    private static Request load(MeasuredRun run) {
        Load load = run.load();
        return Shipped.request(
                "model",
                run.model(),
                "streams",
                Integer.toString(load.streams()),
                "prompt-tokens",
                Integer.toString(load.promptTokens()),
                "output-tokens",
                Integer.toString(load.outputTokens()),
                "layout",
                run.layout().replace("-", ""));
    }

    static String section(List<AnsweredRun> all) {
        List<AnsweredRun> answered =
                all.stream().filter(run -> run.tokensPerSecond() != null).toList();
        double[] off = answered.stream().mapToDouble(AnsweredRun::off).toArray();
        double[] errors =
                answered.stream().mapToDouble(run -> Math.abs(run.off() - 1)).toArray();
        long inside = answered.stream().filter(AnsweredRun::isInside).count();
        return SECTION.formatted(
                answered.size(),
                all.size(),
                100 * SpeedFit.median(errors),
                SpeedFit.median(off),
                100.0 * inside / answered.size());
    }

    /** Predicted over measured. */
    private double off() {
        return Objects.requireNonNull(tokensPerSecond).likely() * run.tokenSeconds();
    }

    private boolean isInside() {
        Interval said = Objects.requireNonNull(tokensPerSecond);
        double measured = 1 / run.tokenSeconds();
        return said.low() <= measured && measured <= said.high();
    }
}
