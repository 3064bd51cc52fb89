package advisor.advice.survey;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.OptionVerdict;
import advisor.advice.Overrides;
import advisor.advice.survey.Curves.Crossover;
import advisor.advice.survey.Curves.SpeedAtLoad;
import advisor.catalog.Catalog;
import advisor.facts.Candidate;
import advisor.facts.Memory;
import advisor.facts.Plan;
import advisor.facts.Request;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.MoneyRange;
import advisor.facts.unit.Parameters;
import advisor.request.Question;
import advisor.sizing.plan.Candidates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out how an option's cost runs over time beside the best others', and its speed over other loads. */
public final class CurveSurvey {
    private static final int MOST_RIVALS = 4;
    private static final int MOST_DRAWN_STREAMS = 512;

    private final Catalog catalog;
    private final Advisor advisor;
    private final Request request;

    /** @throws advisor.request.BadRequestException with every fault of the fields */
    public CurveSurvey(Advisor advisor, Question question) {
        this.advisor = advisor.knowing(question);
        this.catalog = this.advisor.catalog();
        this.request = question.request();
    }

    /**
     * The curves of one option.
     *
     * @param with ids of the others to show; the best others if none is named
     * @throws advisor.text.UnknownNameException if the catalog has no such option
     */
    public Curves of(String option, List<String> with) {
        catalog.option(option);
        with.forEach(catalog::option);
        Advice advice = advisor.advise(request);
        OptionVerdict asked = advice.verdict(option);
        List<Integer> months = months();
        Optional<CostCourse> own = CostCourse.of(asked.best().candidate());
        List<CostCourse> rivals = with.isEmpty() ? rivals(advice, option) : named(advice, with);
        List<Crossover> crossovers = own.stream()
                .flatMap(course -> rivals.stream().flatMap(rival -> crossovers(course, rival, months)))
                .toList();
        return new Curves(
                asked,
                months,
                Stream.concat(own.stream(), rivals.stream()).toList(),
                crossovers,
                speed(advice, asked.best().candidate()));
    }

    private List<Integer> months() {
        return CostCourse.months(request.horizonMonths());
    }

    private static List<CostCourse> rivals(Advice advice, String option) {
        return advice.viable().stream()
                .filter(verdict -> !verdict.option().id().equals(option))
                .flatMap(verdict -> CostCourse.of(verdict.best().candidate()).stream())
                .limit(MOST_RIVALS)
                .toList();
    }

    private static List<CostCourse> named(Advice advice, List<String> options) {
        return options.stream()
                .flatMap(id -> CostCourse.of(advice.verdict(id).best().candidate()).stream())
                .toList();
    }

    /** Of the lines as they are drawn: straight between two months, with what is sold at the end. */
    private static Stream<Crossover> crossovers(CostCourse course, CostCourse rival, List<Integer> months) {
        String with = rival.candidate().option().id();
        List<MoneyRange> own = course.at(months);
        List<MoneyRange> other = rival.at(months);
        List<Crossover> found = new ArrayList<>();
        for (int i = 1; i < months.size(); i++) {
            double before = gap(own.get(i - 1), other.get(i - 1));
            double after = gap(own.get(i), other.get(i));
            if (before * after < 0 || (after == 0 && before != 0)) {
                double share = before / (before - after);
                found.add(new Crossover(with, months.get(i - 1) + share * (months.get(i) - months.get(i - 1))));
            }
        }
        return found.stream();
    }

    private static double gap(MoneyRange own, MoneyRange other) {
        return own.likely().minus(other.likely()).amount().doubleValue();
    }

    /** As many units as the plan has, under other loads. */
    private List<SpeedAtLoad> speed(Advice advice, Candidate candidate) {
        Parameters parameters = Parameters.of(new Overrides(catalog, request).parameters());
        return IntStream.iterate(1, streams -> streams <= MOST_DRAWN_STREAMS, streams -> 2 * streams)
                .mapToObj(streams -> atLoad(streams, advice, candidate, parameters))
                .toList();
    }

    private SpeedAtLoad atLoad(int streams, Advice advice, Candidate candidate, Parameters parameters) {
        Request share = advice.request()
                .withStreams(Plan.share(streams, candidate.plan().units()));
        return new Candidates(share, advice.model(), catalog.engines().values(), parameters)
                .ofOneUnit(candidate.option()).stream()
                        .filter(unit -> unit.precision() == candidate.precision())
                        .findFirst()
                        .map(unit -> new SpeedAtLoad(streams, unit.performance().tokensPerSecondPerUser(), fits(unit)))
                        .orElseThrow();
    }

    private static @Nullable Boolean fits(Candidate candidate) {
        Memory memory = candidate.memory();
        if (candidate.option().kind() == OptionKind.API) {
            return true;
        }
        return memory.unknown() ? null : (Boolean) (memory.shortfall() == null);
    }
}
