package advisor.advice;

import advisor.facts.offer.DeploymentOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the ranking survives what is uncertain.
 *
 * @param runs how often the request was judged, each time with other prices, speeds and loads
 * @param leads who came first and how often: the first of the advice, then the others, most often first
 * @param withoutAdvice runs in which no option was viable
 * @param decisive what most decides whether the first stays first; {@code null} if it always does, or never
 */
public record Sensitivity(int runs, List<Lead> leads, int withoutAdvice, @Nullable Factor decisive) {

    private static final double CLEARLY = 4.0 / 3;

    /** An option that came first in some runs. */
    public record Lead(DeploymentOption option, int runs) {}

    /** Whether the first of the advice comes first at least as often as not, and clearly more often than any other. */
    public boolean clear() {
        int first = leads.get(0).runs();
        return 2 * first >= runs && leads.stream().skip(1).allMatch(other -> first >= CLEARLY * other.runs());
    }

    /** Whether nothing works in a quarter of the runs or more: whoever comes first, that is no plan to rely on. */
    public boolean unsafe() {
        return 4 * withoutAdvice >= runs;
    }

    /** Another that comes first in more runs than the first of the advice, if there is one. */
    public Optional<Lead> leader() {
        return leads.stream()
                .skip(1)
                .findFirst()
                .filter(next -> next.runs() > leads.get(0).runs());
    }

    /** Another that comes first clearly more often than the first of the advice, if there is one. */
    public Optional<Lead> rival() {
        return leader().filter(next -> next.runs() >= CLEARLY * leads.get(0).runs());
    }

    /** Share of the runs in which an option came first. */
    public double share(Lead lead) {
        return (double) lead.runs() / runs;
    }
}
