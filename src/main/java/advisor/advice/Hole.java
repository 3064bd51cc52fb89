package advisor.advice;

import advisor.facts.Candidate;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Money;
import advisor.text.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A fact that is not known, and what it would have to be for a plan to come first: shown by a run.
 *
 * @param plan what would come first then
 * @param flipsAt the highest amount that people say at which it does; {@code null} if the fact is no amount, or if it
 *     does at any amount
 * @param plausible whether anything of its kind is as cheap in the catalog
 * @param wattsTaken power of a device that is taken for its own, the most of its kind; {@code null} if its own is known
 */
public record Hole(Fact fact, Candidate plan, @Nullable Money flipsAt, boolean plausible, @Nullable Double wattsTaken) {

    /** What is not known. */
    public enum Fact {
        /** The price of one unit of a machine. */
        PRICE,
        /** The rent of one device for an hour. */
        DEVICE_HOUR,
        /** Whether somebody hosts the model where its data may go, and for how much a million tokens, read or written. */
        HOSTED_OFFER,
        /** Rates or power of its devices, as good as those of the best of its kind. */
        FIGURES,
        /** How fast a service is. */
        SPEED,
        /** Whether the buyer has a legal ground for prompts that cross a border. */
        GROUND,
        /** In which country a service is operated. */
        PLACE,
        /** Whether an engine runs its format on its devices. */
        ENGINE,
        /** Whether an authority lets this buyer have the part. */
        LICENCE,
        /** Whether the part can be had at all. */
        SUPPLY;

        /** The name in JSON: {@code hosted-offer}. */
        public String id() {
            return Ids.of(this);
        }
    }

    /** The option of the catalog that would come first; {@code null} if it is an offer that nobody is known to make. */
    public @Nullable DeploymentOption option() {
        return fact == Fact.HOSTED_OFFER ? null : plan.option();
    }
}
