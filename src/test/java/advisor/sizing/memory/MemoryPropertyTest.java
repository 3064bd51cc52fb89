package advisor.sizing.memory;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Layout;
import advisor.facts.Memory;
import advisor.facts.Request;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.Precision;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Parameters;
import advisor.request.RequestForm;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold of memory for any model, layout and load. */
class MemoryPropertyTest {

    record Plan(String model, Precision precision, Layout layout) {
        Memory with(Load load) {
            Request request = new RequestForm(new TreeMap<>(Map.of(
                            "model", model,
                            "prompt-tokens", Integer.toString(load.prompt()),
                            "output-tokens", Integer.toString(load.output()))))
                    .request(Shipped.TODAY);
            LanguageModel known = Shipped.catalog().model(model);
            return new MemorySizing(
                            request, known, Parameters.of(Shipped.catalog().parameters(request.asOf(), request.lens())))
                    .holding(
                            Shipped.catalog().option("h200-sxm-x8-self-built"),
                            new Loading(precision, layout, null, false))
                    .memory(load.streams());
        }
    }

    record Load(int streams, int prompt, int output) {
        Load plus(Load more) {
            return new Load(streams + more.streams - 1, prompt + more.prompt - 1, output + more.output - 1);
        }
    }

    @Property(tries = 200, seed = "20261129")
    void noPartIsNegativeAndAllAddUp(@ForAll("plans") Plan plan, @ForAll("loads") Load load) {
        Memory memory = plan.with(load);
        Bytes copies = memory.weightCopies();
        if (copies != null) {
            assertThat(copies).isGreaterThanOrEqualTo(Bytes.ZERO);
        }
        if (memory.needed() != null) {
            assertThat(memory.needed())
                    .isEqualTo(
                            memory.weights().plus(copies).plus(memory.kvCache()).plus(memory.runtime()));
        }
    }

    @Property(tries = 200, seed = "20261130")
    void moreLoadNeverTakesLessInTheSamePlan(
            @ForAll("plans") Plan plan, @ForAll("loads") Load load, @ForAll("loads") Load more) {
        Memory light = plan.with(load);
        Memory heavy = plan.with(load.plus(more));
        if (light.kvCache() == null) {
            assertThat(heavy.kvCache()).isNull();
        } else {
            assertThat(heavy.kvCache()).isGreaterThanOrEqualTo(light.kvCache());
            assertThat(heavy.needed()).isGreaterThanOrEqualTo(light.needed());
            assertThat(heavy.runtime()).isGreaterThanOrEqualTo(light.runtime());
        }
    }

    /** As many streams as are said to fit do, and no more. */
    @Property(tries = 200, seed = "20261131")
    void theStreamsThatFitFit(@ForAll("plans") Plan plan, @ForAll("loads") Load load) {
        Memory memory = plan.with(load);
        Long streams = memory.streams();
        if (streams == null || streams > Integer.MAX_VALUE / 2) {
            return;
        }
        int fitting = Math.toIntExact(streams);
        Load beyond = new Load(fitting + plan.layout().dataParallel(), load.prompt(), load.output());
        assertThat(plan.with(beyond).shortfall()).isNotNull();
        if (fitting > 0) {
            assertThat(plan.with(new Load(fitting, load.prompt(), load.output()))
                            .shortfall())
                    .isNull();
        }
    }

    @Provide
    Arbitrary<Plan> plans() {
        Arbitrary<String> models = Arbitraries.of(Shipped.catalog().models().keySet());
        Arbitrary<Precision> formats = Arbitraries.of(Precision.BF16, Precision.FP8, Precision.INT4);
        return Combinators.combine(models, formats, layouts()).as(Plan::new);
    }

    private static Arbitrary<Layout> layouts() {
        Arbitrary<Integer> groups = Arbitraries.of(1, 2, 4, 8);
        Arbitrary<Integer> stages = Arbitraries.of(1, 2, 3, 5, 7, 8, 16);
        return Combinators.combine(groups, groups, stages, Arbitraries.of(true, false))
                .as((tensor, data, pipeline, experts) -> {
                    int copies = pipeline > 1 ? 1 : data;
                    return new Layout(tensor * copies * pipeline, tensor, copies, pipeline, experts);
                });
    }

    @Provide
    Arbitrary<Load> loads() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 2_000),
                        Arbitraries.integers().between(1, 60_000),
                        Arbitraries.integers().between(1, 8_000))
                .as(Load::new);
    }
}
