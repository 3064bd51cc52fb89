package advisor.advice;

import java.util.List;

/**
 * Changes of the request under which an option would fare better.
 *
 * @param proven whether half of a change that is a quantity was shown not to suffice
 */
public record Counterfactual(List<Change> changes, Stance stance, int score, boolean proven) {

    /** One field of the request, by its name on the command line. */
    public record Change(String field, String from, String to) {}
}
