package advisor.sizing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.Shipped;
import advisor.advice.Overrides;
import advisor.facts.Candidate;
import advisor.facts.Request;
import advisor.facts.model.LanguageModel;
import advisor.facts.unit.Level;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Parameters;
import advisor.sizing.cost.Outlook;
import advisor.sizing.model.ModelSizing;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is laid out once for all costs is the same whichever costs were asked for first. */
class SizingsTest {
    private static final List<String> OPTIONS = List.of("h200-x8", "a100-x16", "ascend-910b-x8");
    private static final Request REQUEST = Shipped.request("model", "deepseek-r1", "streams", "256");
    private static final LanguageModel MODEL =
            ModelSizing.completed(Shipped.catalog().model("deepseek-r1"));
    private static final List<Parameter> LIKELY = new Overrides(Shipped.catalog(), REQUEST).parameters();

    @Test
    void costsThatWereAskedForBeforeChangeNoSpeed() {
        Sizings dearFirst = new Sizings();
        plans(dearFirst, LIKELY.stream().map(SizingsTest::atItsDearest).toList());
        assertThat(plans(dearFirst, LIKELY)).isEqualTo(plans(new Sizings(), LIKELY));
    }

    private static Parameter atItsDearest(Parameter parameter) {
        return Parameters.isOfCosts(parameter) ? parameter.at(Level.HIGH) : parameter;
    }

    private static List<List<Object>> plans(Sizings sizings, List<Parameter> parameters) {
        Candidates candidates = sizings.candidates(
                REQUEST, MODEL, Shipped.catalog().engines().values(), Parameters.of(parameters), Outlook.STATED);
        Stream<Candidate> all =
                OPTIONS.stream().flatMap(id -> candidates.of(Shipped.catalog().option(id)).stream());
        return all.map(candidate -> List.<Object>of(candidate.plan(), candidate.memory(), candidate.performance()))
                .toList();
    }

    /** So whoever lets a speed rest on a cost hears of it at once. */
    @Test
    void aLayoutFindsNoCost() {
        Parameters seen = Parameters.of(LIKELY).withoutCosts();
        assertThat(seen.value("load/cached-input-share")).isZero();
        assertThatThrownBy(() -> seen.value("cost/busy-share")).hasMessageContaining("cost/busy-share");
    }
}
