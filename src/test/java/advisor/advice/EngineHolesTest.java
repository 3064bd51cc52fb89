package advisor.advice;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.catalog.Catalog;
import advisor.facts.machine.ComputeMode;
import advisor.facts.machine.Engine;
import advisor.facts.machine.Engine.Refusal;
import advisor.facts.machine.Engine.Scope;
import advisor.facts.machine.Engine.Support;
import advisor.facts.model.Precision;
import advisor.request.RequestForm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Advice where the catalog says that engines run a format, says that they do not, or says nothing. */
class EngineHolesTest {
    private static final String UNKNOWN = "precision/not-known-to-run";

    @Test
    void whatNobodyKnowsIsUndecidedAndNoOtherFormatIsShort() {
        OptionVerdict known = verdict("kimi-k2.5", "b200-x8", Shipped.catalog());
        OptionVerdict open = verdict("kimi-k2.5", "b200-x8", without(Precision.INT4, "Blackwell", false));
        assertThat(known.best().candidate().plan().knownToRun()).isTrue();
        assertThat(open.stance()).isEqualTo(Stance.UNDECIDED);
        assertThat(open.best().candidate().precision()).isEqualTo(Precision.INT4);
        assertThat(open.best().candidate().plan().mode()).isEqualTo(ComputeMode.NOT_KNOWN);
        assertThat(open.best().candidate().plan().asked()).contains("vLLM").doesNotContain("MLX");
        assertThat(open.best().obstacles())
                .extracting(reason -> reason.rule().id())
                .containsExactly(UNKNOWN);
        assertThat(open.stance()).isGreaterThanOrEqualTo(known.stance());
        assertThat(open.rank()).isGreaterThanOrEqualTo(known.rank());
    }

    @Test
    void onlyARefusalRefuses() {
        Catalog refusing = without(Precision.INT4, "Blackwell", true);
        assertThat(verdict("kimi-k2.5", "b200-x8", refusing).stance()).isEqualTo(Stance.REJECTED);
        assertThat(verdict("kimi-k2.5", "b200-x8", refusing).all())
                .filteredOn(verdict -> verdict.candidate().precision() == Precision.INT4)
                .allSatisfy(verdict -> assertThat(verdict.obstacles())
                        .extracting(reason -> reason.rule().id())
                        .contains("precision/unsupported"));
    }

    @Test
    void aFormatThatIsKnownToRunComesBeforeOneThatIsNot() {
        OptionVerdict open = verdict("deepseek-r1", "dgx-h200", without(Precision.FP8, "Hopper", false));
        OptionVerdict refused = verdict("deepseek-r1", "dgx-h200", without(Precision.FP8, "Hopper", true));
        assertThat(open.best().candidate().plan().knownToRun()).isTrue();
        assertThat(open.stance()).isEqualTo(refused.stance());
        assertThat(open.best().score()).isEqualTo(refused.best().score());
        assertThat(open.all()).anyMatch(verdict -> verdict.candidate().plan().mode() == ComputeMode.NOT_KNOWN);
    }

    @Test
    void amongWhatIsUndecidedForOtherReasonsTheKnownComesFirst() {
        OptionVerdict open = verdict("deepseek-r1", "b300-x8", without(Precision.FP8, "Blackwell Ultra", false));
        assertThat(open.stance()).isEqualTo(Stance.UNDECIDED);
        assertThat(open.all()).anyMatch(verdict -> verdict.candidate().plan().mode() == ComputeMode.NOT_KNOWN);
        assertThat(open.best().candidate().plan().knownToRun()).isTrue();
    }

    @Test
    void aSentenceSpeaksOfTheEnginesThatItMeans() {
        Verdict fp8 = verdict("deepseek-r1", "a100-x16", Shipped.catalog()).all().stream()
                .filter(verdict -> verdict.candidate().precision() == Precision.FP8)
                .findFirst()
                .orElseThrow();
        assertThat(fp8.obstacles())
                .extracting(reason -> reason.text().en())
                .anyMatch(text -> text.contains("is not run by llama.cpp, SGLang, TensorRT-LLM, vLLM"));
    }

    private static OptionVerdict verdict(String model, String option, Catalog catalog) {
        return new Advisor(catalog, Shipped.rules())
                        .advise(new RequestForm(Map.of("model", model, "streams", "8")).request(Shipped.TODAY))
                        .verdicts()
                        .stream()
                        .filter(verdict -> verdict.option().id().equals(option))
                        .findFirst()
                        .orElseThrow();
    }

    /** The catalog without what it says of a format on a generation; with a refusal in its place, if so wished. */
    private static Catalog without(Precision format, String generation, boolean refused) {
        Catalog shipped = Shipped.catalog();
        SortedMap<String, Engine> engines = new TreeMap<>();
        shipped.engines().forEach((id, engine) -> engines.put(id, without(engine, format, generation, refused)));
        return new Catalog(
                shipped.sources(),
                shipped.accelerators(),
                shipped.models(),
                shipped.substitutes(),
                engines,
                shipped.options(),
                shipped.composable(),
                shipped.parts(),
                shipped.exportLaw(),
                shipped.datedParameters(),
                shipped.sha256() + format + generation + refused,
                shipped.texts());
    }

    private static Engine without(Engine engine, Precision format, String generation, boolean refused) {
        Predicate<Scope> speaks =
                scope -> scope.precision() == format && scope.architectures().contains(generation);
        List<Support> supports = engine.supports().stream()
                .filter(support -> !speaks.test(support.scope()))
                .toList();
        Scope scope = new Scope(Set.of(generation), Set.of(), format, Engine.Models.ANY, Set.of());
        return new Engine(
                engine.id(),
                engine.title(),
                engine.parallelism(),
                engine.memory(),
                engine.speed(),
                engine.mostStreams(),
                engine.speculation(),
                engine.converts(),
                engine.hardware(),
                supports,
                refused ? List.of(new Refusal(scope, "advisor-judgement", null)) : engine.refusals(),
                engine.measured());
    }
}
