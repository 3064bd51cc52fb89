package advisor.facts.model;

import advisor.facts.unit.Figure;
import advisor.facts.unit.Unknown;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A language model with open weights.
 *
 * @param nativePrecision the format its weights were published in
 * @param totalParameters without the multi-token-prediction module
 * @param activeParameters parameters used for one token
 * @param routedExperts experts of a layer; 0 for a dense model, and where that is not known
 * @param contextTokens the longest context it was made for
 * @param files of its weights that a source names
 * @param facts its configuration and files, from which figures can be derived
 * @param unknown what of it could not be derived; empty for a model of the catalog
 * @param licence terms of its weights; {@code null} if nobody read them
 * @param alwaysThinks whether each answer begins with thoughts, several times as long; {@code false} where nobody says so
 */
public record LanguageModel(
        String id,
        Text title,
        @Nullable LocalDate released,
        Precision nativePrecision,
        @Nullable Long totalParameters,
        @Nullable Long activeParameters,
        @Nullable Long multiTokenPredictionParameters,
        int layers,
        int routedExperts,
        int expertsPerToken,
        Attention attention,
        @Nullable Integer contextTokens,
        List<Checkpoint> checkpoints,
        List<WeightFiles> files,
        List<Figure> figures,
        List<Text> notes,
        @Nullable ModelFacts facts,
        List<Unknown> unknown,
        @Nullable Licence licence,
        boolean alwaysThinks) {

    /** Whether its licence keeps a buyer with its seat in a country from running it. */
    public boolean closedTo(String country) {
        return licence != null && licence.closedTo().contains(country);
    }

    /** Whether somebody read the terms of its weights. */
    public boolean licenceRead() {
        return licence != null;
    }

    /** Whether it has experts, however many: what uses a part of itself for a token must have some. */
    public boolean mixtureOfExperts() {
        return routedExperts > 0
                || totalParameters != null && activeParameters != null && activeParameters < totalParameters;
    }

    /** Whether it has experts, and how many, or how many a token uses, is not known. */
    public boolean lacksExperts() {
        return mixtureOfExperts() && (routedExperts == 0 || expertsPerToken == 0);
    }

    /** The kind of attention of its layers that looks at some tokens alone; {@code null} if none is known to. */
    public @Nullable SparseAttention sparseAttention() {
        return facts == null ? null : facts.config().sparseAttention();
    }

    /** The context that its configuration is made for; {@code null} if that is not known. */
    public @Nullable Integer configuredTokens() {
        return facts == null ? null : facts.config().contextTokens();
    }

    /** Layers of its own module that guesses tokens ahead; 0 if it has none, or nothing is known of one. */
    public int predictionLayers() {
        Integer known = facts == null ? null : facts.config().predictionLayers();
        return known == null ? 0 : known;
    }

    /** Whether tensor parallelism can share the attention heads out evenly. */
    public boolean headsDivideOver(int devices) {
        return devices == 0 || attention.heads() % devices == 0;
    }

    /** The same with a cache in values of so many bytes. */
    public LanguageModel withCacheValuesOf(int bytes) {
        return new LanguageModel(
                id,
                title,
                released,
                nativePrecision,
                totalParameters,
                activeParameters,
                multiTokenPredictionParameters,
                layers,
                routedExperts,
                expertsPerToken,
                attention.inValuesOf(bytes),
                contextTokens,
                checkpoints,
                files,
                figures,
                notes,
                facts,
                unknown,
                licence,
                alwaysThinks);
    }

    /** The published checkpoint in a storage format, if there is one. */
    public Optional<Checkpoint> checkpoint(Precision precision) {
        return checkpoints.stream()
                .filter(checkpoint -> checkpoint.precision() == precision.storedAs())
                .findFirst();
    }

    /** Files in a format that an engine reads, if a source names any. */
    public Optional<WeightFiles> files(Precision format, String engine) {
        return files.stream().filter(one -> one.areFor(format, engine)).findFirst();
    }

    /**
     * Whether an engine has weights in a format: as published, widened, or cut to FP8 from 16 bits while they are loaded, in
     * files of llama.cpp, which its own tool makes, or in files that a source names.
     */
    public boolean hasWeights(Precision format, String engine) {
        return format.madeWhileLoadedFrom(nativePrecision)
                || format.isOfLlamaCpp()
                || files(format, engine).isPresent();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LanguageModel that && that.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
