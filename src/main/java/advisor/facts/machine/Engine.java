package advisor.facts.machine;

import advisor.facts.model.LanguageModel;
import advisor.facts.model.ModelConfig;
import advisor.facts.model.Precision;
import advisor.facts.model.Quantisation;
import advisor.facts.model.SparseAttention;
import advisor.facts.unit.Period;
import advisor.facts.unit.Sourced;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A serving engine and, dated, which number formats it runs on which devices, and which it does not.
 *
 * @param parallelism ways in which it spreads a model over devices
 * @param memory what it leaves to the model; {@code null} if nothing is known of this engine
 * @param speed its fitted times; {@code null} if no run of it was fitted
 * @param mostStreams the parameter that says how many streams it runs at once, or was ever measured with; {@code null} if
 *     no limit is known
 * @param speculation that it guesses tokens ahead by a model's own prediction module; {@code null} if no source says so
 * @param converts whether its own tool makes files of the published weights, without texts to calibrate with
 * @param hardware what it is made for
 * @param refusals what it is known not to run; what is neither supported nor refused is not known
 * @param measured published runs of it, a few of each kind
 */
public record Engine(
        String id,
        Text title,
        Set<Parallelism> parallelism,
        @Nullable EngineMemory memory,
        @Nullable EngineSpeed speed,
        @Nullable String mostStreams,
        @Nullable Speculation speculation,
        boolean converts,
        Hardware hardware,
        List<Support> supports,
        List<Refusal> refusals,
        List<EngineRun> measured) {

    public boolean offers(Parallelism way) {
        return parallelism.contains(way);
    }

    /** That an engine guesses tokens ahead by a model's own prediction module, as a source says. */
    public record Speculation(String source) implements Sourced {}

    /** Which models a support entry covers. */
    public enum Models {
        ANY,
        DENSE,
        MOE;

        boolean cover(LanguageModel model) {
            return this == ANY || (this == MOE) == model.mixtureOfExperts();
        }
    }

    /**
     * What the engine is made for; elsewhere it runs nothing.
     *
     * @param hostMemory whether it keeps weights in a host's memory, so that an option without any is no place for it
     * @param sparse where it has attention that looks at some tokens alone; of a kind that is not among them nothing is
     *     known
     */
    public record Hardware(
            Set<String> architectures, boolean hostMemory, Map<SparseAttention, Attending> sparse, String source)
            implements Sourced {
        /** A generation without a name of its own may be anything. */
        public boolean includes(Accelerator device) {
            return device.unnamed() || architectures.contains(device.architecture());
        }

        private Hardware alsoFor(Set<String> generations) {
            Set<String> all = new TreeSet<>(architectures);
            all.addAll(generations);
            return new Hardware(all, hostMemory, sparse, source);
        }

        private Hardware attendingOn(SparseAttention kind, Accelerator device) {
            Map<SparseAttention, Attending> all = new EnumMap<>(SparseAttention.class);
            all.putAll(sparse);
            all.put(kind, new Attending(Set.of(device.architecture()), Set.of(), Set.of(), source));
            return new Hardware(architectures, hostMemory, all, source);
        }
    }

    /**
     * Where an engine has a kind of sparse attention, and where a source says that it has not; elsewhere nobody knows.
     *
     * @param architectures for which its kernels are
     * @param refused generations on which they do not run
     * @param experimental those of the architectures on which its makers call them an experiment
     */
    public record Attending(Set<String> architectures, Set<String> refused, Set<String> experimental, String source)
            implements Sourced {}

    /**
     * A number format on some devices, for some models.
     *
     * @param devices ids; if there are any, they alone are meant, and no generation
     * @param schemes in which the model has to be published, where the format goes by several; empty for any
     */
    public record Scope(
            Set<String> architectures,
            Set<String> devices,
            Precision precision,
            Models models,
            Set<Quantisation.Scheme> schemes) {
        boolean covers(Precision format, LanguageModel model) {
            return precision == format
                    && models.cover(model)
                    && (schemes.isEmpty()
                            || model.facts() != null && isIn(model.facts().config()));
        }

        private boolean isIn(ModelConfig config) {
            return schemes.contains(config.quantisation().scheme());
        }

        public boolean names(Accelerator device) {
            return devices.contains(device.id());
        }

        public boolean covers(Accelerator device) {
            return devices.isEmpty() && architectures.contains(device.architecture());
        }
    }

    /**
     * One number format that the engine runs somewhere from a day on.
     *
     * @param version of the engine that brought it; {@code null} if no source says
     * @param undated whether the period begins with the day on which a source without a date was read
     */
    public record Support(
            Scope scope,
            ComputeMode mode,
            Period period,
            @Nullable String version,
            boolean undated,
            String source,
            @Nullable Text note)
            implements Sourced {

        /** FP4 weights without FP4 units were only ever shown for models published in FP4. */
        private boolean isProvenFor(LanguageModel model) {
            return scope.precision() != Precision.FP4
                    || mode == ComputeMode.NATIVE
                    || model.nativePrecision() == Precision.FP4;
        }
    }

    /** One number format that a source says the engine does not run somewhere: once supported, it never was before. */
    public record Refusal(Scope scope, String source, @Nullable Text note) implements Sourced {}

    /** What is known of an engine running a number format on a device, on a day. Only {@link No} refuses. */
    public sealed interface Runs {
        /** It does. */
        record Since(Support support) implements Runs {}

        /**
         * It does not, as a source says.
         *
         * @param later what it runs from a later day on; {@code null} if nothing
         */
        record No(String source, @Nullable Support later) implements Runs {}

        /** No source says. */
        record NotKnown() implements Runs {}
    }

    /**
     * What is known of this engine and a number format on a device, on a day. An entry on the device outranks its
     * generation. A model's attention has to run there as well.
     */
    public Runs runs(Precision format, LanguageModel model, Accelerator device, LocalDate day) {
        if (!hardware.includes(device)) {
            return new Runs.No(hardware.source(), null);
        }
        Runs named = runs(format, model, day, scope -> scope.names(device));
        Runs known = named instanceof Runs.NotKnown ? runs(format, model, day, scope -> scope.covers(device)) : named;
        SparseAttention kind = model.sparseAttention();
        return kind == null || known instanceof Runs.No ? known : attending(kind, device, known);
    }

    /** Whether its makers call what a model's attention wants there an experiment. */
    public boolean experimentsWith(LanguageModel model, Accelerator device) {
        SparseAttention kind = model.sparseAttention();
        Attending attending = kind == null ? null : hardware.sparse().get(kind);
        return attending != null && attending.experimental().contains(device.architecture());
    }

    private Runs attending(SparseAttention kind, Accelerator device, Runs known) {
        Attending attending = hardware.sparse().get(kind);
        if (attending == null) {
            return new Runs.NotKnown();
        }
        if (attending.refused().contains(device.architecture())) {
            return new Runs.No(attending.source(), null);
        }
        return attending.architectures().contains(device.architecture()) ? known : new Runs.NotKnown();
    }

    /** The same as if a source said that it runs a format on a device, where no source says anything. */
    public Engine tried(Precision format, LanguageModel model, Accelerator device, LocalDate day) {
        if (!(runs(format, model, device, day) instanceof Runs.NotKnown)) {
            return this;
        }
        SparseAttention kind = model.sparseAttention();
        Hardware attending = kind == null ? hardware : hardware.attendingOn(kind, device);
        Scope scope = new Scope(Set.of(), Set.of(device.id()), format, Models.ANY, Set.of());
        ComputeMode mode = format.hasUnits() ? ComputeMode.NATIVE : ComputeMode.WEIGHT_ONLY;
        Support tried = new Support(scope, mode, new Period(day, null), null, true, hardware.source(), null);
        return with(
                attending, Stream.concat(supports.stream(), Stream.of(tried)).toList());
    }

    /** The same, made for other generations as well. */
    public Engine alsoFor(Set<String> generations) {
        return with(hardware.alsoFor(generations), supports);
    }

    private Engine with(Hardware other, List<Support> known) {
        return new Engine(
                id,
                title,
                parallelism,
                memory,
                speed,
                mostStreams,
                speculation,
                converts,
                other,
                known,
                refusals,
                measured);
    }

    private Runs runs(Precision format, LanguageModel model, LocalDate day, Predicate<Scope> where) {
        List<Support> speaking = supports.stream()
                .filter(support ->
                        where.test(support.scope()) && support.scope().covers(format, model))
                .filter(support -> support.isProvenFor(model))
                .toList();
        Optional<Support> since = speaking.stream()
                .filter(support -> support.period().contains(day))
                .min(Comparator.comparing(Support::mode)
                        .thenComparing(support -> support.period().from()));
        return since.<Runs>map(Runs.Since::new)
                .or(() -> refusal(format, model, where))
                .or(() -> notYet(speaking, day))
                .orElse(new Runs.NotKnown());
    }

    private Optional<Runs> refusal(Precision format, LanguageModel model, Predicate<Scope> where) {
        return refusals.stream()
                .filter(refusal ->
                        where.test(refusal.scope()) && refusal.scope().covers(format, model))
                .findFirst()
                .map(refusal -> new Runs.No(refusal.source(), null));
    }

    /** What came on a day did not run before; what was read on a day may have. */
    private static Optional<Runs> notYet(List<Support> speaking, LocalDate day) {
        return speaking.stream()
                .filter(support -> !support.undated() && support.period().from().isAfter(day))
                .min(Comparator.comparing(support -> support.period().from()))
                .map(support -> new Runs.No(support.source(), support));
    }
}
