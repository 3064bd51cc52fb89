package advisor.facts.law;

import advisor.facts.unit.Confidence;
import advisor.facts.unit.Period;
import advisor.facts.unit.Sourced;
import advisor.text.Text;
import java.util.Set;

/**
 * What export law says of advanced chips for some countries, over a span of time.
 *
 * @param confidence low where the group of a country was not read in the regulation itself
 */
public record CountryStatus(
        Set<String> countries, CountryState state, Period period, String source, Confidence confidence, Text note)
        implements Sourced {

    /** Whether nobody has read that these countries stand in the group. */
    public boolean unverified() {
        return confidence == Confidence.LOW;
    }
}
