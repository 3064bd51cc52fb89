package advisor.sizing.speed;

import advisor.facts.model.Attention;
import advisor.facts.model.AttentionConfig;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.LayerSpan;
import advisor.facts.model.ModelFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What attention computes over a prompt and reads for an answer: not every layer looks at every token. Layers with a
 * state of constant size look at none.
 *
 * @param mostTokens that a layer picks with its index; {@code null} if it looks at all
 * @param indexShare bytes of the index that it reads for each token that stands before, as a share of that token's cache
 */
record AttentionWork(List<Looks> looks, @Nullable Integer mostTokens, double indexShare) {

    /**
     * Layers that look at as many tokens.
     *
     * @param width heads times the mean of query-key and value size
     * @param ratio tokens that are seen as one
     * @param most tokens that a layer looks at; 0 for all
     */
    record Looks(int layers, double width, int ratio, int most) {
        double twiceThePairs(double tokens) {
            double near = most == 0 ? tokens : Math.min(tokens, most);
            return (near * near + 2 * near * (tokens - near)) / ratio;
        }
    }

    /** Layers that all look at every token. */
    static AttentionWork dense(int layers, double width) {
        return new AttentionWork(List.of(new Looks(layers, width, 1, 0)), null, 0);
    }

    /** Of a model; of one whose configuration does not say enough none, beside the work of its weights. */
    static AttentionWork asFarAsKnown(LanguageModel model) {
        AttentionWork known = of(model);
        return known == null ? new AttentionWork(List.of(), null, 0) : known;
    }

    /** Of a model; {@code null} if its configuration does not say enough. */
    static @Nullable AttentionWork of(LanguageModel model) {
        ModelFacts facts = model.facts();
        Double width =
                facts == null ? null : model.attention().width(facts.config().attention());
        return facts == null || width == null
                ? null
                : of(model.attention(), facts.config().attention(), width);
    }

    /** @param width heads times the mean of query-key and value size */
    private static AttentionWork of(Attention attention, AttentionConfig config, double width) {
        Integer most = config.mostTokens();
        int picked = most == null ? 0 : most;
        List<Looks> looks = new ArrayList<>();
        double indexShare = 0;
        if (attention instanceof Attention.Known known) {
            LayerSpan span = known.span();
            looks.add(new Looks(span.full(), width, 1, picked));
            looks.add(new Looks(span.sliding(), width, 1, span.window()));
        }
        if (attention instanceof Attention.Latent latent && most != null) {
            looks.add(new Looks(latent.index().layers(), indexWidth(config), 1, 0));
            indexShare = (double) latent.index().bytesPerToken() / latent.bytesPerToken();
        }
        if (attention instanceof Attention.Mixed mixed) {
            mixed.kept().stream()
                    .filter(kept -> kept.shares() > 0 || mixed.kind() == Attention.Kind.MLA)
                    .map(kept -> new Looks(
                            kept.layers(),
                            width,
                            kept.ratio(),
                            kept.window() == 0 ? picked * kept.ratio() : kept.window()))
                    .forEach(looks::add);
        }
        return new AttentionWork(List.copyOf(looks), attention instanceof Attention.Latent ? most : null, indexShare);
    }

    /** An index compares keys, and weighs no values. */
    private static double indexWidth(AttentionConfig config) {
        Integer heads = config.indexHeads();
        Integer size = config.indexHeadDim();
        return config.mostTokens() == null || heads == null || size == null ? 0 : heads * size / 2.0;
    }

    /** Widths times twice the pairs of a token of a prompt and one that is looked at from it, of all layers. */
    double ofPrompt(double tokens) {
        return looks.stream()
                .mapToDouble(look -> look.layers() * look.width() * look.twiceThePairs(tokens))
                .sum();
    }

    /** Of a stream that holds so many tokens, those whose cache a step reads. */
    double read(double tokens) {
        return mostTokens == null ? tokens : Math.min(tokens, mostTokens * (1 - indexShare) + indexShare * tokens);
    }
}
