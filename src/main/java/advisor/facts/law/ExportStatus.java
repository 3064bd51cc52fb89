package advisor.facts.law;

import advisor.facts.unit.Period;
import advisor.facts.unit.Sourced;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one authority says of one part, for buyers of some kinds in some jurisdictions, over a span of time.
 *
 * @param accelerator id of the part; empty where a class is spoken of
 * @param level the class that it speaks of: of parts that no other status of the authority names
 * @param since the first day from which it has said the same without a break
 */
public record ExportStatus(
        ExportGate gate,
        String accelerator,
        @Nullable ExportLevel level,
        Set<String> jurisdictions,
        Set<Buyer> buyers,
        ExportState state,
        Period period,
        String source,
        LocalDate since,
        Text note)
        implements Sourced {

    public static final String ANY_JURISDICTION = "any";

    /** The same as the continuation of one that said it before. */
    public ExportStatus heldSince(LocalDate day) {
        return new ExportStatus(gate, accelerator, level, jurisdictions, buyers, state, period, source, day, note);
    }

    /** What it says of one part of its class. */
    public ExportStatus of(String part) {
        return new ExportStatus(gate, part, level, jurisdictions, buyers, state, period, source, since, note);
    }

    /** The same part let through. */
    public ExportStatus free() {
        return new ExportStatus(
                gate, accelerator, null, jurisdictions, buyers, ExportState.FREE, period, source, since, note);
    }

    public boolean concerns(String jurisdiction, Buyer buyer) {
        return buyers.contains(buyer)
                && (jurisdictions.contains(ANY_JURISDICTION) || jurisdictions.contains(jurisdiction));
    }
}
