package advisor.facts;

import advisor.facts.machine.Accelerator;
import advisor.facts.machine.ComputeMode;
import advisor.facts.machine.Engine;
import advisor.facts.machine.EngineRun;
import advisor.facts.machine.Parallelism;
import advisor.facts.model.LanguageModel;
import advisor.facts.offer.DeploymentOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the speed of a plan rests on.
 *
 * @param unmeasured in which ways the plan is unlike the run of its engine that it is most like
 * @param nearest runs published by the day of the request that are most like the plan, the nearest first; none of
 *     another family of models on another generation
 */
public record SpeedBasis(Set<Aspect> unmeasured, List<Near> nearest) {
    private static final int SHOWN = 3;
    private static final double OTHER_FAMILY = 12;
    private static final double OTHER_GENERATION = 5;
    private static final double OTHER_MODEL = 4;
    private static final double OTHER_FORMAT = 3;
    private static final double OTHER_DEVICE = 2;
    private static final double OTHER_ENGINE = 2;

    /** Ways in which a plan may be unlike what was measured, the least telling first. */
    public enum Aspect {
        FORMAT,
        GENERATION,
        MODEL,
        ENGINE,
        /** Devices of another maker than all that the engine was measured on. */
        VENDOR,
        /** A pipeline of stages, or several machines that share one copy of the model. */
        LAYOUT,
        /** More streams on a device than any run of the engine had. */
        LOAD,
        GUESSES,
        /** Whether the runs of the kind guess several tokens at once: their source does not say. */
        SPECULATION,
        /** Experts that an engine widens as it reads them: its kernels for that differ more than others. */
        WIDENED_EXPERTS
    }

    /** A published run and the engine that it is of. */
    public record Near(Engine engine, EngineRun run) {}

    /** @param engines all that there are */
    public static SpeedBasis of(Collection<Engine> engines, LanguageModel model, Candidate candidate, Request load) {
        Plan plan = candidate.plan();
        Likeness likeness = new Likeness(model, family(model), candidate.accelerator(), plan, load);
        List<Near> nearest = engines.stream()
                .flatMap(one -> one.measured().stream().map(run -> new Near(one, run)))
                .filter(near -> likeness.isOfTheKind(near.run()))
                .sorted(Comparator.comparingDouble(likeness::distance)
                        .thenComparing(near -> near.engine().id()))
                .limit(SHOWN)
                .toList();
        Engine engine = engines.stream()
                .filter(one -> one.id().equals(plan.engine()))
                .findFirst()
                .orElse(null);
        return new SpeedBasis(unmeasured(engine, model, candidate.option(), plan, plan.unitStreams()), nearest);
    }

    /**
     * In which ways a plan is unlike the run of its engine that it is most like: the fewest, then the least telling.
     *
     * @param streams of a unit
     */
    public static Set<Aspect> unmeasured(
            @Nullable Engine engine, LanguageModel model, DeploymentOption option, Plan plan, int streams) {
        Accelerator accelerator = option.accelerator();
        Set<Aspect> unmeasured = EnumSet.noneOf(Aspect.class);
        if (staged(model, option, plan)) {
            unmeasured.add(Aspect.LAYOUT);
        }
        if (ofAnotherMaker(engine, accelerator)) {
            unmeasured.add(Aspect.VENDOR);
        }
        if (engine == null || engine.measured().isEmpty() || !isFitted(engine)) {
            unmeasured.add(Aspect.ENGINE);
            return unmeasured;
        }
        Set<Aspect> nearest = engine.measured().stream()
                .map(run -> unlike(run, model, accelerator, plan))
                .distinct()
                .min(Comparator.<Set<Aspect>>comparingInt(Set::size)
                        .thenComparingInt(
                                ways -> ways.stream().mapToInt(Aspect::ordinal).sum()))
                .orElseThrow();
        unmeasured.addAll(nearest);
        if (!nearest.isEmpty() && plan.mode() == ComputeMode.WEIGHT_ONLY && model.mixtureOfExperts()) {
            unmeasured.add(Aspect.WIDENED_EXPERTS);
        }
        if (crowded(engine, plan, streams)) {
            unmeasured.add(Aspect.LOAD);
        }
        speculation(engine, model, plan).ifPresent(unmeasured::add);
        return unmeasured;
    }

    /** Whether neither the fitted runs nor others of the engine are of devices of the same maker. */
    private static boolean ofAnotherMaker(@Nullable Engine engine, Accelerator accelerator) {
        return !accelerator.vendor().equals(Accelerator.NVIDIA)
                && (engine == null
                        || engine.measured().stream()
                                .noneMatch(run -> run.vendor().equals(accelerator.vendor())));
    }

    /** Whether layers follow one another, or nodes share layers or experts; never of a service, which has no nodes. */
    public static boolean staged(LanguageModel model, DeploymentOption option, Plan plan) {
        return plan.layout().pipelineStages() > 1 || option.nodes() > 1 && nodesShare(model, option, plan.layout());
    }

    private static boolean nodesShare(LanguageModel model, DeploymentOption option, Layout layout) {
        int devicesOfANode = option.devices() / option.nodes();
        boolean shared = layout.tensorParallel() > devicesOfANode || model.mixtureOfExperts();
        return shared && layout.usedNodes(devicesOfANode) > 1;
    }

    /** Whether a device serves more streams than in any run of an engine. */
    public static boolean crowded(@Nullable Engine engine, Plan plan, int streams) {
        double ofADevice = (double) streams / plan.layout().usedDevices();
        return engine != null
                && engine.measured().stream().noneMatch(run -> (double) run.streams() / run.devices() >= ofADevice);
    }

    /** With guesses nothing was fitted; without, some runs may have had them. */
    private static Optional<Aspect> speculation(Engine engine, LanguageModel model, Plan plan) {
        if (plan.speculativeTokens() > 0) {
            return Optional.of(Aspect.GUESSES);
        }
        return engine.speed() != null && engine.speed().undisclosedSpeculation().contains(family(model))
                ? Optional.of(Aspect.SPECULATION)
                : Optional.empty();
    }

    /** Whether nothing of the kind was measured, in one way or another. */
    public boolean extrapolated() {
        return unmeasured.stream().anyMatch(way -> way != Aspect.SPECULATION);
    }

    /** Whether anything was fitted to an engine's runs; those that split layers are estimated by the host alone. */
    private static boolean isFitted(Engine engine) {
        return engine.speed() != null || engine.offers(Parallelism.LAYER_SPLIT);
    }

    /** In which ways a plan is unlike one run. */
    private static Set<Aspect> unlike(EngineRun run, LanguageModel model, Accelerator accelerator, Plan plan) {
        Set<Aspect> ways = EnumSet.noneOf(Aspect.class);
        if (!run.family().equals(family(model))) {
            ways.add(Aspect.MODEL);
        }
        if (!run.architecture().equals(accelerator.architecture())) {
            ways.add(Aspect.GENERATION);
        }
        if (run.precision().storedAs() != plan.precision().storedAs()) {
            ways.add(Aspect.FORMAT);
        }
        return ways;
    }

    /** The architecture that a model's configuration names; its id where there is none. */
    private static String family(LanguageModel model) {
        return model.facts() == null ? model.id() : model.facts().config().type();
    }

    /** How far a run is from what is asked for: kinds first, then sizes by how often they differ by two. */
    private record Likeness(LanguageModel model, String family, Accelerator accelerator, Plan plan, Request load) {
        private boolean isOfTheKind(EngineRun run) {
            return !run.date().isAfter(load.asOf())
                    && (run.family().equals(family) || run.architecture().equals(accelerator.architecture()));
        }

        private double distance(Near near) {
            EngineRun run = near.run();
            double kind = run.family().equals(family) ? OTHER_MODEL : OTHER_FAMILY;
            double generation = run.architecture().equals(accelerator.architecture()) ? OTHER_DEVICE : OTHER_GENERATION;
            return (run.model().equals(model.id()) ? 0 : kind)
                    + (run.accelerator().equals(accelerator.id()) ? 0 : generation)
                    + (run.precision().storedAs() == plan.precision().storedAs() ? 0 : OTHER_FORMAT)
                    + (near.engine().id().equals(plan.engine()) ? 0 : OTHER_ENGINE)
                    + sizes(run);
        }

        private double sizes(EngineRun run) {
            return doublings(run.devices(), plan.layout().usedDevices())
                    + doublings(run.streams(), plan.unitStreams()) / 2
                    + doublings(run.promptTokens(), load.promptTokens()) / 4
                    + doublings(run.outputTokens(), load.outputTokens()) / 8;
        }

        private static double doublings(double one, double other) {
            return Math.abs(Math.log(one / other)) / Math.log(2);
        }
    }
}
