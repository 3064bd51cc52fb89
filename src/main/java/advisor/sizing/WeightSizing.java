package advisor.sizing;

import advisor.model.Bytes;
import advisor.model.Ids;
import advisor.model.LanguageModel;
import advisor.model.Lens;
import advisor.model.ModelSize;
import advisor.model.Parameters;
import advisor.model.Precision;
import advisor.model.TensorClass;
import advisor.model.TensorGroup;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a model's weights take in a format.
 *
 * <p>Under the evidence lens a published checkpoint's real bytes count; under the founding lens, and where there is no
 * checkpoint, parameters times bits a weight. Safe for several threads.
 */
final class WeightSizing {
    private static final int BITS_PER_BYTE = 8;
    private static final Set<TensorClass> DEALT_OUT =
            EnumSet.of(TensorClass.ROUTED_EXPERTS, TensorClass.MULTI_TOKEN_PREDICTION);

    private final Lens lens;
    private final LanguageModel model;
    private final Parameters parameters;
    private final List<TensorGroup> published;
    private final Map<Precision, InFormat> known = new ConcurrentHashMap<>();

    WeightSizing(Lens lens, LanguageModel model, Parameters parameters) {
        this.lens = lens;
        this.model = model;
        this.parameters = parameters;
        this.published = published(model);
    }

    private static List<TensorGroup> published(LanguageModel model) {
        ModelSize size = model.facts() == null ? null : ModelSizing.of(model);
        return size == null ? List.of() : size.groups();
    }

    /** The weights in one format. */
    private record InFormat(
            boolean exact, @Nullable Bytes checkpoint, @Nullable Bytes weights, @Nullable WeightParts parts) {}

    private InFormat in(Precision precision) {
        return known.computeIfAbsent(precision, this::computed);
    }

    private InFormat computed(Precision precision) {
        boolean exact = exact(precision);
        Bytes stored = stored(precision, exact);
        Bytes weights = stored == null ? null : stored.minus(leftAside(precision, exact));
        return new InFormat(exact, stored, weights, weights == null ? null : split(weights, precision));
    }

    boolean isExact(Precision precision) {
        return in(precision).exact();
    }

    private boolean exact(Precision precision) {
        return lens == Lens.EVIDENCE && model.checkpoint(precision).isPresent();
    }

    /**
     * What is loaded; {@code null} if neither a checkpoint nor the parameter count is known. Engines leave the
     * multi-token-prediction module of a checkpoint aside unless they are told to predict with it.
     */
    @Nullable Bytes weights(Precision precision) {
        return in(precision).weights();
    }

    /** What of the checkpoint is left aside. */
    Bytes notLoaded(Precision precision) {
        return leftAside(precision, isExact(precision));
    }

    private Bytes leftAside(Precision precision, boolean exact) {
        boolean asPublished =
                exact && precision.storedAs() == model.nativePrecision().storedAs();
        return asPublished ? new Bytes((long) bytes(EnumSet.of(TensorClass.MULTI_TOKEN_PREDICTION))) : Bytes.ZERO;
    }

    /** All that is published in the format, or what it would be. */
    @Nullable Bytes checkpoint(Precision precision) {
        return in(precision).checkpoint();
    }

    private @Nullable Bytes stored(Precision precision, boolean exact) {
        if (exact) {
            return model.checkpoint(precision).orElseThrow().bytes();
        }
        Long count = model.totalParameters();
        return count == null ? null : new Bytes(Math.round(count * bitsPerWeight(precision) / BITS_PER_BYTE));
    }

    /** The weights by how a layout treats them; {@code null} if they are not known. */
    @Nullable WeightParts parts(Precision precision) {
        return in(precision).parts();
    }

    private WeightParts split(Bytes weights, Precision precision) {
        double all = weights.count();
        return new WeightParts(
                all,
                all - Math.min(all, outsideExperts(all, precision)),
                Math.min(all / 2, ends(precision)),
                Math.max(1, model.layers()),
                model.routedExperts());
    }

    /** In a smaller format what is no expert usually stays as published; in a wider one it grows with the rest. */
    private double outsideExperts(double all, Precision precision) {
        if (!model.mixtureOfExperts()) {
            return all;
        }
        return published.isEmpty()
                ? all * (1 - expertShareOfParameters())
                : growth(precision) * bytes(EnumSet.complementOf(EnumSet.copyOf(DEALT_OUT)));
    }

    private double ends(Precision precision) {
        double embedding = bytes(EnumSet.of(TensorClass.EMBEDDING));
        double head = bytes(EnumSet.of(TensorClass.HEAD));
        return growth(precision) * Math.max(embedding, head);
    }

    private double growth(Precision precision) {
        double asPublished = bitsPerWeight(model.nativePrecision());
        return Math.max(1, bitsPerWeight(precision) / asPublished);
    }

    private double bytes(Set<TensorClass> classes) {
        return published.stream()
                .filter(group -> classes.contains(group.tensorClass()))
                .mapToLong(group -> group.bytes().count())
                .sum();
    }

    private double expertShareOfParameters() {
        Long total = model.totalParameters();
        Long active = model.activeParameters();
        if (total == null || active == null) {
            return 0;
        }
        double oneExpert = (double) (total - active) / (model.routedExperts() - model.expertsPerToken());
        return Math.min(1, model.routedExperts() * oneExpert / total);
    }

    private double bitsPerWeight(Precision precision) {
        return parameters.value(bitsParameter(precision));
    }

    static String bitsParameter(Precision precision) {
        return "sizing/bits-per-weight-" + Ids.of(precision.storedAs());
    }
}
