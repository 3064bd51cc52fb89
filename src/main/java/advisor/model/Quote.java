package advisor.model;

import org.jspecify.annotations.Nullable;

/**
 * A price as a source states it for a span of time: of a whole option, or of one device for an hour.
 *
 * @param market country where it is offered; {@code null} if it is a world price
 */
public record Quote(
        MoneyRange price,
        Period period,
        QuoteKind kind,
        String source,
        @Nullable String asPrinted,
        Confidence confidence,
        @Nullable String market,
        Covers covers,
        @Nullable Text note)
        implements Sourced {}
