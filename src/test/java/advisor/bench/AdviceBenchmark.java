package advisor.bench;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.Assessment;
import advisor.advice.survey.SensitivityAnalysis;
import advisor.catalog.Catalog;
import advisor.catalog.CatalogLoader;
import advisor.facts.Finding;
import advisor.facts.Request;
import advisor.report.json.JsonReport;
import advisor.request.RequestForm;
import advisor.rules.RuleBook;
import advisor.rules.RuleLoader;
import advisor.rules.RuleTraces;
import advisor.rules.compile.RuleCompiler;
import advisor.rules.session.Judgement;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One advice of the shipped catalog and rules in a warm process, and what it is made of. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 7, time = 3)
public class AdviceBenchmark {
    private Catalog catalog;
    private RuleBook rules;
    private Advisor advisor;
    private Request request;
    private Advice advice;
    private Judgement judgement;
    private List<Object> facts;

    /** Once for all benchmarks of a process. */
    private static final class Loaded {
        static final Catalog CATALOG = CatalogLoader.load(Path.of("catalog"));
        static final RuleBook RULES = RuleLoader.load(Path.of("rules"), new RuleCompiler());
    }

    @Setup
    public void load() {
        catalog = Loaded.CATALOG;
        rules = Loaded.RULES;
        advisor = new Advisor(catalog, rules);
        request = new RequestForm(Map.of("model", "deepseek-r1", "budget", "3000000CNY"))
                .request(LocalDate.of(2026, 11, 22));
        advice = advisor.advise(request);
        judgement = advisor.assess(request).judgement();
        facts = judgement.facts().stream()
                .filter(fact -> !(fact instanceof Finding))
                .toList();
    }

    @Benchmark
    public Advice anAdvice() {
        return advisor.advise(request);
    }

    /** An advice, and why each rule did or did not speak of its first option. */
    @Benchmark
    public Object anAdviceWithTheTraceOfItsFirst() {
        Assessment assessment = advisor.assess(request);
        return new RuleTraces(rules, assessment.judgement(), request.lens(), request.asOf())
                .of(assessment.advice().verdicts().get(0).best().candidate());
    }

    /** An advice by an advisor that has never seen the model. */
    @Benchmark
    public Advice aFirstAdvice() {
        return new Advisor(catalog, rules).advise(request);
    }

    /** Rules alone, on facts that are there. */
    @Benchmark
    public Judgement aJudgement() {
        return rules.judge(facts, request.lens(), request.asOf());
    }

    @Benchmark
    public Advice eighteenRunsOverWhatIsUncertain() {
        return new SensitivityAnalysis(catalog, rules).analysed(advice);
    }

    /** The outcome of every rule for one candidate, condition by condition. */
    @Benchmark
    public Object theTraceOfOneCandidate() {
        return new RuleTraces(rules, judgement, request.lens(), request.asOf())
                .of(advice.verdicts().get(0).best().candidate());
    }

    @Benchmark
    public String asJson() {
        return JsonReport.of(advice);
    }
}
