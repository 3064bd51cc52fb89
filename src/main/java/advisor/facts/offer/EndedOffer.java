package advisor.facts.offer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * That a service offered the model of the question and does so no longer on its day.
 *
 * @param last of its offers of the model
 */
public record EndedOffer(DeploymentOption option, ApiOffer last) {

    /** Of a service; empty if it offers the model on the day, or never did before. */
    public static Optional<EndedOffer> of(DeploymentOption option, String model, LocalDate day) {
        return option.offers(model, day)
                ? Optional.empty()
                : option.offers().stream()
                        .filter(offer -> offer.model().equals(model) && offer.endedBy(day))
                        .max(Comparator.comparing(offer -> offer.period().from()))
                        .map(last -> new EndedOffer(option, last));
    }
}
