package advisor.report.file;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.survey.CostCourse;
import advisor.facts.Cost;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Costs of the viable options as charts, 640 units wide; {@code null} where fewer than one is known. */
final class CostCharts {
    private static final int MOST_LINES = 5;
    private static final int PITCH = 16;
    private static final double LEFT = 40;
    private static final double RANGE_WIDTH = 590;
    private static final double COURSE_WIDTH = 560;
    private static final double BASE = 230;
    private static final double COURSE_HEIGHT = 210;

    private final Advice advice;
    private final Phrases phrases;
    private final Wording wording;

    CostCharts(Advice advice, Phrases phrases, Wording wording) {
        this.advice = advice;
        this.phrases = phrases;
        this.wording = wording;
    }

    /** Bars from low to high with a mark at the likely amount. */
    record Ranges(String title, int height, int axisY, int axisTextY, String most, List<Bar> bars) {}

    record Bar(String label, int y, int textY, String x, String width, String likelyX) {}

    /** Lines over the months. */
    record Courses(String title, String most, int lastMonth, List<Line> lines) {}

    record Line(int place, int rank, String points, String endY) {}

    @Nullable Ranges ranges() {
        List<OptionVerdict> known = advice.viable().stream()
                .filter(verdict -> cost(verdict).total() != null)
                .toList();
        if (known.isEmpty()) {
            return null;
        }
        Money most = known.stream()
                .map(verdict -> total(verdict).high())
                .max(Money::compareTo)
                .orElseThrow();
        List<Bar> bars = new ArrayList<>();
        for (OptionVerdict verdict : known) {
            bars.add(bar(verdict, bars.size() * PITCH, RANGE_WIDTH / positive(most)));
        }
        int axis = bars.size() * PITCH + 4;
        String title = phrases.say("report.cost-ranges", advice.request().horizonMonths());
        return new Ranges(title, axis + 16, axis, axis + 12, wording.money(most), bars);
    }

    private static Bar bar(OptionVerdict verdict, int y, double scale) {
        MoneyRange total = total(verdict);
        double low = Math.max(0, amount(total.low())) * scale;
        double high = Math.max(0, amount(total.high())) * scale;
        double likely = Math.max(0, amount(total.likely())) * scale;
        return new Bar(
                Integer.toString(verdict.rank()),
                y,
                y + 9,
                Chart.number(LEFT + low),
                Chart.number(Math.max(1, high - low)),
                Chart.number(LEFT + likely));
    }

    @Nullable Courses courses() {
        List<OptionVerdict> known = advice.viable().stream()
                .filter(verdict -> CostCourse.of(verdict.best().candidate()).isPresent())
                .limit(MOST_LINES)
                .toList();
        if (known.isEmpty()) {
            return null;
        }
        List<List<Money>> amounts = known.stream().map(this::likely).toList();
        Money most =
                amounts.stream().flatMap(List::stream).max(Money::compareTo).orElseThrow();
        List<Line> lines = new ArrayList<>();
        for (OptionVerdict verdict : known) {
            lines.add(line(verdict, lines.size(), amounts.get(lines.size()), COURSE_HEIGHT / positive(most)));
        }
        int horizon = advice.request().horizonMonths();
        return new Courses(phrases.say("report.cost-courses", horizon), wording.money(most), horizon, lines);
    }

    private List<Money> likely(OptionVerdict verdict) {
        CostCourse course = CostCourse.of(verdict.best().candidate()).orElseThrow();
        return course.at(months()).stream().map(MoneyRange::likely).toList();
    }

    private List<Integer> months() {
        return CostCourse.months(advice.request().horizonMonths());
    }

    private Line line(OptionVerdict verdict, int index, List<Money> amounts, double scale) {
        List<Integer> months = months();
        double monthWidth = COURSE_WIDTH / advice.request().horizonMonths();
        String points = IntStream.range(0, amounts.size())
                .mapToObj(i -> Chart.number(LEFT + months.get(i) * monthWidth) + ","
                        + Chart.number(height(amounts.get(i), scale)))
                .collect(Collectors.joining(" "));
        double end = height(amounts.get(amounts.size() - 1), scale);
        return new Line(index + 1, verdict.rank(), points, Chart.number(end + 4));
    }

    private static double height(Money amount, double scale) {
        return BASE - amount(amount) * scale;
    }

    private static Cost cost(OptionVerdict verdict) {
        return verdict.best().candidate().cost();
    }

    private static MoneyRange total(OptionVerdict verdict) {
        return Objects.requireNonNull(cost(verdict).total());
    }

    private static double amount(Money money) {
        return money.amount().doubleValue();
    }

    private static double positive(Money most) {
        return Math.max(1, amount(most));
    }
}
