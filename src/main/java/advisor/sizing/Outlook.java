package advisor.sizing;

import advisor.model.DeploymentOption;
import advisor.model.Interval;
import advisor.model.MoneyRange;
import java.util.function.UnaryOperator;

/**
 * How uncertain prices and speeds are taken: as they are stated, or as what they might turn out to be.
 *
 * @param prices the price of an option, from what is stated of it
 * @param speeds a rate of tokens, from what is estimated
 */
public record Outlook(Prices prices, UnaryOperator<Interval> speeds) {

    /** With all the uncertainty that is stated. */
    public static final Outlook STATED = new Outlook((option, price) -> price, UnaryOperator.identity());

    /** The price of an option, from what is stated of it. */
    @FunctionalInterface
    public interface Prices {
        MoneyRange of(DeploymentOption option, MoneyRange stated);
    }
}
