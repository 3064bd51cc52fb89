package advisor.sizing.plan;

import advisor.facts.Fidelity;
import advisor.facts.Layout;
import advisor.facts.Lens;
import advisor.facts.Plan;
import advisor.facts.Request;
import advisor.facts.machine.ComputeMode;
import advisor.facts.machine.Engine;
import advisor.facts.machine.Engine.Support;
import advisor.facts.machine.EngineMemory;
import advisor.facts.machine.Parallelism;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.Precision;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which number formats an option is judged in, and by which engine it would run each. */
final class PlanChoice {
    private static final Set<Precision> PUBLISHED_ONLY = EnumSet.of(Precision.GGUF_Q2, Precision.GGUF_Q1);

    private final Request request;
    private final LanguageModel model;
    private final Collection<Engine> engines;

    PlanChoice(Request request, LanguageModel model, Collection<Engine> engines) {
        this.request = request;
        this.model = model;
        this.engines = engines;
    }

    /** A plan with its engine, if there is any. */
    record Choice(Plan plan, @Nullable Engine engine) {
        private boolean offers(Parallelism way) {
            return engine != null && engine.offers(way);
        }

        @Nullable EngineMemory memory() {
            return engine == null ? null : engine.memory();
        }

        @Nullable String mostStreams() {
            return engine == null ? null : engine.mostStreams();
        }

        Choice with(Layout layout) {
            return new Choice(plan.with(layout), engine);
        }

        /** Engines that spread attention best come first, those that give each device its own layers last. */
        private int rank() {
            if (offers(Parallelism.LAYER_SPLIT)) {
                return 2;
            }
            return offers(Parallelism.DATA_PARALLEL_ATTENTION) ? 0 : 1;
        }
    }

    /** One choice for each format; the published format is always among them, if only to say that nothing runs it. */
    List<Choice> choices(DeploymentOption option) {
        if (option.kind() == OptionKind.API) {
            return List.of(hosted());
        }
        List<Choice> choices = new ArrayList<>();
        for (Precision precision : Precision.values()) {
            if (isWorthJudging(option, precision)) {
                best(option, precision).ifPresentOrElse(choices::add, () -> addUnsupported(option, precision, choices));
            }
        }
        if (choices.isEmpty()) {
            choices.add(unsupported(option, model.nativePrecision()));
        }
        return choices;
    }

    private boolean isWorthJudging(DeploymentOption option, Precision precision) {
        boolean meant = option.precisions().isEmpty() || option.precisions().contains(precision);
        return (meant || isShownAnyway(precision)) && precision != Precision.HOSTED && existsFor(precision);
    }

    /** Evidence shows of a quantised plan, too, what the published weights would need there. */
    private boolean isShownAnyway(Precision precision) {
        return request.lens() == Lens.EVIDENCE && precision == model.nativePrecision();
    }

    private boolean existsFor(Precision precision) {
        if (PUBLISHED_ONLY.contains(precision)) {
            return model.checkpoint(precision).isPresent();
        }
        if (precision == Precision.W8A16) {
            return model.nativePrecision() == Precision.FP8;
        }
        return precision == Precision.BF16
                || precision == model.nativePrecision()
                || precision.weightBits() < model.nativePrecision().weightBits()
                || isEightBitTwin(precision)
                || isFourBitFile(precision);
    }

    /** INT8 weights of a model published in FP8: as many bits, another format. */
    private boolean isEightBitTwin(Precision precision) {
        return precision == Precision.INT8 && model.nativePrecision() == Precision.FP8;
    }

    private boolean isFourBitFile(Precision precision) {
        return precision == Precision.GGUF_Q4 && model.checkpoint(precision).isPresent();
    }

    private Optional<Choice> best(DeploymentOption option, Precision precision) {
        return engines.stream()
                .filter(engine -> option.engines().isEmpty() || option.engines().contains(engine.id()))
                .flatMap(engine -> runs(engine, option, precision))
                .min(Comparator.<Choice, ComputeMode>comparing(
                                choice -> choice.plan().mode())
                        .thenComparingInt(Choice::rank)
                        .thenComparing(choice -> choice.plan().engineName()));
    }

    private Stream<Choice> runs(Engine engine, DeploymentOption option, Precision precision) {
        return engine.supports(option.accelerator().architecture(), model, request.asOf()).stream()
                .filter(support -> support.precision() == precision && isProven(support))
                .map(support -> new Choice(plan(engine, support, option), engine));
    }

    /** FP4 weights without FP4 units were only ever shown for models published in FP4. */
    private boolean isProven(Support support) {
        return support.precision() != Precision.FP4
                || support.mode() == ComputeMode.NATIVE
                || model.nativePrecision() == Precision.FP4;
    }

    private Plan plan(Engine engine, Support support, DeploymentOption option) {
        ComputeMode mode = mode(support, option);
        return new Plan(
                support.precision(),
                mode,
                Fidelity.of(support.precision(), mode, model.nativePrecision()),
                engine.id(),
                support.source(),
                Layout.tensor(option.devices()),
                option.nodes(),
                1,
                request.streams(),
                false,
                true);
    }

    private ComputeMode mode(Support support, DeploymentOption option) {
        if (support.precision() == Precision.BF16 && model.nativePrecision() != Precision.BF16) {
            return ComputeMode.UPCAST;
        }
        return isComputedByHost(support, option) ? ComputeMode.EMULATED : support.mode();
    }

    /** No host processor has FP8 units: what is kept in its memory in FP8 is emulated. */
    private static boolean isComputedByHost(Support support, DeploymentOption option) {
        return option.offloadsToHost() && support.precision() == Precision.FP8;
    }

    private void addUnsupported(DeploymentOption option, Precision precision, List<Choice> choices) {
        if (precision == model.nativePrecision() || option.precisions().contains(precision)) {
            choices.add(unsupported(option, precision));
        }
    }

    private Choice unsupported(DeploymentOption option, Precision precision) {
        Plan plan = new Plan(
                precision,
                ComputeMode.UNSUPPORTED,
                Fidelity.of(precision, ComputeMode.UNSUPPORTED, model.nativePrecision()),
                null,
                null,
                Layout.tensor(option.devices()),
                option.nodes(),
                1,
                request.streams(),
                false,
                true);
        return new Choice(plan, null);
    }

    private Choice hosted() {
        Plan plan = new Plan(
                Precision.HOSTED,
                ComputeMode.NATIVE,
                Fidelity.AS_PUBLISHED,
                null,
                null,
                Layout.tensor(0),
                0,
                1,
                request.streams(),
                false,
                true);
        return new Choice(plan, null);
    }
}
