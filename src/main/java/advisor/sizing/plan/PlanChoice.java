package advisor.sizing.plan;

import advisor.facts.Fidelity;
import advisor.facts.Layout;
import advisor.facts.Lens;
import advisor.facts.Plan;
import advisor.facts.Request;
import advisor.facts.machine.ComputeMode;
import advisor.facts.machine.Engine;
import advisor.facts.machine.Engine.Runs;
import advisor.facts.machine.Engine.Support;
import advisor.facts.machine.EngineMemory;
import advisor.facts.machine.Parallelism;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.Precision;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
        private static final Comparator<Choice> BY_ENGINE = Comparator.comparingInt(Choice::rank)
                .thenComparing(choice -> choice.plan().engineName());

        /** What nobody knows is reckoned with the engine that leaves the model least. */
        private static final Comparator<Choice> LEAST_MEMORY =
                Comparator.comparingDouble(Choice::usableShare).thenComparing(BY_ENGINE);

        private static final Comparator<Choice> BY_KIND =
                Comparator.comparing(Choice::mode).thenComparing(Choice::servesFew);

        /** Whether its engine gives each device layers of its own, which is for a few at a time. */
        boolean servesFew() {
            return offers(Parallelism.LAYER_SPLIT);
        }

        private ComputeMode mode() {
            return plan.mode();
        }

        private boolean offers(Parallelism way) {
            return engine != null && engine.offers(way);
        }

        @Nullable EngineMemory memory() {
            return engine == null ? null : engine.memory();
        }

        private double usableShare() {
            EngineMemory memory = memory();
            return memory == null ? 1 : memory.usableShare();
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

    /**
     * For each format the engines that run it alike, by preference; the published format is always among them, if only to
     * say that nothing is known to run it.
     */
    List<List<Choice>> choices(DeploymentOption option) {
        if (option.kind() == OptionKind.API) {
            return List.of(List.of(hosted()));
        }
        List<List<Choice>> formats = Arrays.stream(Precision.values())
                .filter(precision -> isWorthJudging(option, precision))
                .map(precision -> choices(option, precision))
                .filter(choices -> !choices.isEmpty())
                .toList();
        return formats.isEmpty() ? List.of(List.of(open(option, model.nativePrecision()))) : formats;
    }

    private List<Choice> choices(DeploymentOption option, Precision precision) {
        List<Choice> known = known(option, precision);
        boolean isAsked =
                precision == model.nativePrecision() || option.precisions().contains(precision);
        return known.isEmpty() && isAsked ? List.of(open(option, precision)) : known;
    }

    private boolean isWorthJudging(DeploymentOption option, Precision precision) {
        boolean meant = !isBoundToFormats(option) || option.precisions().contains(precision);
        return (meant || isShownAnyway(precision)) && precision != Precision.HOSTED && existsFor(precision);
    }

    /** A founding document's format is one of many that its machine runs; weights in the host's memory are read in few. */
    private boolean isBoundToFormats(DeploymentOption option) {
        return !option.precisions().isEmpty() && (request.lens() == Lens.FOUNDING || option.offloadsToHost());
    }

    /** Evidence shows of a quantised plan, too, what the published weights would need there. */
    private boolean isShownAnyway(Precision precision) {
        return request.lens() == Lens.EVIDENCE && precision.storedAs() == model.nativePrecision();
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

    /** INT8 weights of a model published in FP8, as many bits in another format; or in FP4, where somebody published them. */
    private boolean isEightBitTwin(Precision precision) {
        return precision == Precision.INT8
                && (model.nativePrecision() == Precision.FP8
                        || model.checkpoint(precision).isPresent());
    }

    private boolean isFourBitFile(Precision precision) {
        return precision == Precision.GGUF_Q4 && model.checkpoint(precision).isPresent();
    }

    /**
     * Those that compute best: first such as serve many, then such as serve few, of each one that a source gives the day
     * first. The documents knew but one.
     */
    private List<Choice> known(DeploymentOption option, Precision precision) {
        List<Choice> all = made(option)
                .flatMap(engine -> runs(engine, option, precision) instanceof Runs.Since since
                        ? Stream.of(new Run(since.support(), new Choice(plan(engine, since.support(), option), engine)))
                        : Stream.empty())
                .sorted(Run.BY_PREFERENCE)
                .map(Run::choice)
                .toList();
        List<Choice> alike = all.stream()
                .filter(choice -> choice.mode() == all.get(0).mode())
                .toList();
        return request.lens() == Lens.FOUNDING ? alike.stream().limit(1).toList() : withWeights(alike);
    }

    /** Those whose weights are there, before any that somebody would have to make them for. */
    private static List<Choice> withWeights(List<Choice> alike) {
        List<Choice> there =
                alike.stream().filter(choice -> choice.plan().hasWeights()).toList();
        return there.isEmpty() ? alike : there;
    }

    private record Run(Support support, Choice choice) {
        private static final Comparator<Run> BY_PREFERENCE = Comparator.comparing(Run::choice, Choice.BY_KIND)
                .thenComparing(run -> run.support().undated())
                .thenComparing(Run::choice, Choice.BY_ENGINE);
    }

    private Runs runs(Engine engine, DeploymentOption option, Precision precision) {
        return engine.runs(precision, model, option.accelerator(), request.asOf());
    }

    /** Those that the option names, or any. */
    private Stream<Engine> engines(DeploymentOption option) {
        return engines.stream()
                .filter(engine -> option.engines().isEmpty() || option.engines().contains(engine.id()));
    }

    private Plan plan(Engine engine, Support support, DeploymentOption option) {
        ComputeMode mode = mode(support, option);
        return plan(option, support.scope().precision(), mode, engine, support.source(), null);
    }

    private Plan plan(
            DeploymentOption option,
            Precision precision,
            ComputeMode mode,
            @Nullable Engine engine,
            @Nullable String source,
            @Nullable String asked) {
        return new Plan(
                precision,
                mode,
                Fidelity.of(precision, mode, model.nativePrecision()),
                engine == null ? null : engine.id(),
                source,
                asked,
                hasWeights(precision, engine),
                engine != null && engine.experimentsWith(model, option.accelerator()),
                speculates(engine) ? request.speculativeTokens() : 0,
                Layout.tensor(option.devices()),
                option.nodes(),
                1,
                request.streams(),
                false,
                true);
    }

    private boolean hasWeights(Precision precision, @Nullable Engine engine) {
        return engine != null && (engine.converts() || model.hasWeights(precision, engine.id()));
    }

    /** By the model's own module: other draft models are not reckoned with. */
    private boolean speculates(@Nullable Engine engine) {
        return engine != null && engine.speculation() != null && model.predictionLayers() > 0;
    }

    private ComputeMode mode(Support support, DeploymentOption option) {
        if (support.scope().precision() == Precision.BF16 && model.nativePrecision() != Precision.BF16) {
            return ComputeMode.UPCAST;
        }
        return isComputedByHost(support, option) ? ComputeMode.EMULATED : support.mode();
    }

    /** No host processor has FP8 units: what is kept in its memory in FP8 is emulated. */
    private static boolean isComputedByHost(Support support, DeploymentOption option) {
        return option.offloadsToHost() && support.scope().precision() == Precision.FP8;
    }

    /** A format that no engine is known to run: open while there is an engine of which nobody knows, else refused. */
    private Choice open(DeploymentOption option, Precision precision) {
        List<Engine> notKnown = made(option)
                .filter(engine -> runs(engine, option, precision) instanceof Runs.NotKnown)
                .toList();
        if (notKnown.isEmpty()) {
            Plan plan = plan(option, precision, ComputeMode.UNSUPPORTED, null, null, names(refusing(option)));
            return new Choice(plan, null);
        }
        return notKnown.stream()
                .map(engine -> new Choice(
                        plan(option, precision, ComputeMode.NOT_KNOWN, engine, null, names(notKnown)), engine))
                .min(Choice.LEAST_MEMORY)
                .orElseThrow();
    }

    /** That an engine does not run on what it is not made for goes without saying, unless there is no other. */
    private List<Engine> refusing(DeploymentOption option) {
        List<Engine> made = made(option).toList();
        return made.isEmpty() ? engines(option).toList() : made;
    }

    /** Those made for the hardware; not those that want a host's memory where the option puts nothing there. */
    private Stream<Engine> made(DeploymentOption option) {
        return engines(option)
                .filter(engine -> engine.hardware().includes(option.accelerator()))
                .filter(engine -> !engine.hardware().hostMemory()
                        || option.offloadsToHost()
                        || option.engines().contains(engine.id()));
    }

    private static String names(List<Engine> engines) {
        return engines.stream().map(engine -> engine.title().en()).collect(Collectors.joining(", "));
    }

    private Choice hosted() {
        Plan plan = new Plan(
                Precision.HOSTED,
                ComputeMode.NATIVE,
                Fidelity.AS_PUBLISHED,
                null,
                null,
                null,
                true,
                false,
                0,
                Layout.tensor(0),
                0,
                1,
                request.streams(),
                false,
                true);
        return new Choice(plan, null);
    }
}
