package advisor.sizing.speed;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What the runs show that most likely guessed tokens ahead: none of them is in the fit, nor is the share of guesses. */
record GuessedRuns(List<MeasuredRun> runs, SpeedFit.Fitted fit) {
    private static final double ACCEPTANCE = 0.82;
    private static final int MOST_GUESSES = 3;

    private static final String HEAD =
            """

            ## Guessing tokens ahead

            The runs that were most likely sped up, as they would be without a guess and with guesses of which 82 %% are right (pull request 12755 of vLLM: 81 to 82 %% of R1's). Neither these runs nor that share are in the fit.

            | guesses | runs | predicted / measured time per token | error |
            |---|---|---|---|
            """;

    private static final String PUBLISHED =
            """

            One guess ahead, R1 on 8 H200 under SGLang with 1,024 + 1,024 tokens: %s. Published elsewhere: 1.63 times for one stream (vLLM, pull request 12755), 1.76 (SGLang, pull request 3582); 1.6, 1.5 and 1.35 times for 4, 32 and 128 streams (Gaudi, pull request 1264 of HabanaAI's fork).
            """;

    static String section(List<MeasuredRun> all, SpeedFit.Fitted fit) {
        List<MeasuredRun> spedUp =
                all.stream().filter(run -> run.note().equals("hidden-speed-up")).toList();
        return new GuessedRuns(spedUp, fit).section(all);
    }

    private String section(List<MeasuredRun> all) {
        StringBuilder page = new StringBuilder(HEAD.formatted());
        IntStream.rangeClosed(0, MOST_GUESSES).forEach(guesses -> page.append(line(guesses)));
        MeasuredRun r1 = all.stream()
                .filter(run -> run.engine().equals("sglang") && run.model().equals("deepseek-r1"))
                .findFirst()
                .orElseThrow();
        return page.append(PUBLISHED.formatted(gains(r1))).toString();
    }

    private String line(int guesses) {
        double[] off = runs.stream().mapToDouble(run -> off(run, guesses)).toArray();
        double error = SpeedFit.median(IntStream.range(0, off.length)
                .mapToDouble(i -> Math.abs(off[i] - 1))
                .toArray());
        return String.format(
                Locale.ROOT, "| %d | %d | %.2f | %.0f %% |%n", guesses, off.length, SpeedFit.median(off), 100 * error);
    }

    /** Predicted over measured time per token. */
    double off(MeasuredRun run, int guesses) {
        return seconds(run, run.load().streams(), guesses) / run.tokenSeconds();
    }

    private String gains(MeasuredRun run) {
        return IntStream.of(1, 4, 32, 128)
                .mapToObj(streams -> String.format(
                        Locale.ROOT,
                        "%.2f times as fast for %d",
                        seconds(run, streams, 0) / seconds(run, streams, 1),
                        streams))
                .reduce((some, more) -> some + ", " + more)
                .orElseThrow();
    }

    private double seconds(MeasuredRun run, int streams, int guesses) {
        Load load = run.load();
        Load guessing = new Load(
                streams,
                load.capacityStreams(),
                load.promptTokens(),
                load.outputTokens(),
                load.seenShare(),
                new Guess(guesses, ACCEPTANCE));
        return SpeedModel.of(
                        run.shape(), run.machine(), guessing, fit.byEngine().get(run.engine()), SpeedFit.WIRES)
                .tokenSeconds();
    }
}
