package advisor.report.file;

import advisor.advice.Reason;
import advisor.advice.Verdict;
import advisor.words.Phrases;
import java.util.ArrayList;
import java.util.List;

/** A score as a waterfall over 0 to 100, a bar for the start and for each reason that has points, 640 units wide. */
record LedgerChart(String title, int height, List<Bar> bars) {
    private static final double SCALE = 6.4;
    private static final int PITCH = 11;

    record Bar(String kind, String x, int y, String width) {}

    static LedgerChart of(Verdict verdict, String option, Phrases phrases) {
        List<Bar> bars = new ArrayList<>();
        bars.add(bar("start", 0, verdict.start(), 0));
        int sum = verdict.start();
        for (Reason reason : verdict.reasons()) {
            if (reason.points() != 0) {
                bars.add(bar(reason.points() > 0 ? "plus" : "minus", sum, sum + reason.points(), bars.size()));
                sum += reason.points();
            }
        }
        String title = phrases.say("report.ledger", option, verdict.start(), verdict.score());
        return new LedgerChart(title, bars.size() * PITCH, List.copyOf(bars));
    }

    private static Bar bar(String kind, int from, int to, int row) {
        double low = within(Math.min(from, to));
        double high = within(Math.max(from, to));
        return new Bar(kind, Chart.number(low * SCALE), row * PITCH, Chart.number((high - low) * SCALE));
    }

    private static int within(int score) {
        return Math.max(0, Math.min(100, score));
    }
}
