package advisor.bench;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.facts.Request;
import advisor.request.RequestForm;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How an advice's time grows with the options of the catalog and with the rules. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class GrowthBenchmark {
    @Param({"30", "300", "3000"})
    public int options;

    @Param({"80", "800"})
    public int rules;

    private Advisor advisor;
    private Request request;

    @Setup
    public void load() {
        advisor = new Advisor(Grown.catalog(options), Grown.rules(rules));
        request = new RequestForm(Map.of("model", "deepseek-r1", "budget", "3000000CNY"))
                .request(LocalDate.of(2026, 11, 22));
    }

    @Benchmark
    public Advice anAdvice() {
        return advisor.advise(request);
    }
}
