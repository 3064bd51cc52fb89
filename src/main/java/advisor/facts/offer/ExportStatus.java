package advisor.facts.offer;

import advisor.facts.unit.Period;
import advisor.facts.unit.Sourced;
import advisor.text.Text;
import java.util.Set;

/** What one authority says of one part, for buyers of some kinds in some jurisdictions, over a span of time. */
public record ExportStatus(
        ExportGate gate,
        String accelerator,
        Set<String> jurisdictions,
        Set<Buyer> buyers,
        ExportState state,
        Period period,
        String source,
        Text note)
        implements Sourced {

    public static final String ANY_JURISDICTION = "any";

    public boolean concerns(String jurisdiction, Buyer buyer) {
        return buyers.contains(buyer)
                && (jurisdictions.contains(ANY_JURISDICTION) || jurisdictions.contains(jurisdiction));
    }
}
