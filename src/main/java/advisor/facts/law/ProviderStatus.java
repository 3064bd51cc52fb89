package advisor.facts.law;

import advisor.facts.machine.Accelerator;
import advisor.facts.offer.Countries;
import advisor.facts.unit.Sourced;
import advisor.text.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the export law of the United States says of a part in a country where a machine to rent stands. Its provider is under
 * it, wherever the one who rents sits.
 *
 * @param country where the machine stands
 * @param sinceRelease whether the part was held back there from the year in which it came out, or may have been: nobody knows
 *     that year. One that was cut down for the Chinese market was let there first.
 */
public record ProviderStatus(String country, ExportStatus status, boolean sinceRelease) implements Sourced {

    /** @param first day from which the part was held back there; {@code null} if it never was */
    public static ProviderStatus of(
            String country, ExportStatus status, @Nullable Accelerator part, @Nullable LocalDate first) {
        return new ProviderStatus(country, status, first != null && (part == null || !letBefore(first, part)));
    }

    private static boolean letBefore(LocalDate first, Accelerator part) {
        Integer years = part.yearsOutBy(first);
        return part.chinaVariant() || years != null && years > 0;
    }

    public String accelerator() {
        return status.accelerator();
    }

    public ExportState state() {
        return status.state();
    }

    /** The first day from which it has said the same without a break. */
    public LocalDate since() {
        return status.since();
    }

    public Text note() {
        return status.note();
    }

    @Override
    public String source() {
        return status.source();
    }

    /** The country by name. */
    public Text place() {
        return Countries.name(country);
    }
}
