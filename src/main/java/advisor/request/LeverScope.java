package advisor.request;

import advisor.facts.Candidate;
import advisor.facts.Request;
import advisor.facts.unit.Parameters;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * What is looked at to tell how far a field would have to change for an option.
 *
 * @param candidates the option in each of its formats
 * @param laterDays on which something that matters to it begins or ends
 */
public record LeverScope(
        Request request, List<Candidate> candidates, Parameters parameters, Collection<LocalDate> laterDays) {}
