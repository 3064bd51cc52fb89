package advisor.sizing.model;

import advisor.facts.model.LanguageModel;
import org.jspecify.annotations.Nullable;

/**
 * What of a model only some tokens read: the experts among which a token is routed. Of a dense model, and of one in which
 * every token is routed to every expert, there is no such part.
 *
 * @param parameters of all routed experts of all layers
 * @param idleShare share of them that one token does not read
 */
public record Experts(double parameters, double idleShare) {
    private static final Experts NONE = new Experts(0, 0);

    /** {@code null} if the model has experts and their number or its sizes are not known. */
    public static @Nullable Experts of(LanguageModel model) {
        Long total = model.totalParameters();
        Long active = model.activeParameters();
        if (!model.mixtureOfExperts()) {
            return NONE;
        }
        return total == null || active == null || model.lacksExperts()
                ? null
                : of(total, active, model.routedExperts(), model.expertsPerToken());
    }

    /** What a token leaves out are the experts that it is not routed to. */
    public static Experts of(double total, double active, int routed, int perToken) {
        int idle = routed - perToken;
        return idle <= 0 ? NONE : new Experts(routed * (total - active) / idle, (double) idle / routed);
    }

    /** Which share of them so many tokens read, each routed by itself. */
    public double touchedShare(double tokens) {
        return 1 - Math.pow(idleShare, tokens);
    }
}
