package advisor.facts.offer;

import advisor.facts.unit.Money;
import advisor.facts.unit.Period;
import advisor.facts.unit.Sourced;
import advisor.text.Text;
import org.jspecify.annotations.Nullable;

/** A hosted model's prices for a million tokens. A cached-input price may be unknown. */
public record ApiOffer(
        String model,
        Money input,
        @Nullable Money cachedInput,
        Money output,
        Period period,
        QuoteKind kind,
        String source,
        @Nullable Text note)
        implements Sourced {}
