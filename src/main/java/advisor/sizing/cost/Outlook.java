package advisor.sizing.cost;

import advisor.facts.Performance;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Level;
import advisor.facts.unit.MoneyRange;
import org.jspecify.annotations.Nullable;

/**
 * How uncertain prices and speeds are taken: as they are stated, or as what they might turn out to be.
 *
 * @param prices the price of an option, from what is stated of it
 * @param speed which end of the estimated speeds counts; {@code null} for all of it
 */
public record Outlook(Prices prices, @Nullable Level speed) {

    /** With all the uncertainty that is stated. */
    public static final Outlook STATED = new Outlook((option, price) -> price, null);

    /** The price of an option, from what is stated of it. */
    @FunctionalInterface
    public interface Prices {
        MoneyRange of(DeploymentOption option, MoneyRange stated);
    }

    /** Speeds, from what is estimated. */
    public Performance performance(Performance estimated) {
        return speed == null ? estimated : estimated.atRates(rate -> Interval.exactly(speed.of(rate)));
    }
}
