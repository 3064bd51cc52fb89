package advisor.rules.text;

import advisor.text.Problem;

/**
 * Something that a check found.
 *
 * @param rule id or name of the rule at fault; empty if the file as a whole is
 * @param excerpt the line at fault as it is written; empty if there is none
 */
public record Fault(Check check, String rule, String excerpt, Problem problem) implements Comparable<Fault> {

    @Override
    public int compareTo(Fault other) {
        int byPlace = problem.compareTo(other.problem);
        return byPlace == 0 ? check.compareTo(other.check) : byPlace;
    }
}
