package advisor.facts.unit;

import advisor.text.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One published value: what a source says a quantity is.
 *
 * @param name the quantity, with its unit, as in the catalog: {@code memory_gb}
 * @param value the value as text
 * @param date when the source was published or, if undated, read
 * @param asPrinted the source's own words where they differ
 */
public record Figure(
        String name,
        String value,
        String source,
        LocalDate date,
        @Nullable String asPrinted,
        @Nullable Confidence confidence,
        @Nullable Text note)
        implements Sourced {}
