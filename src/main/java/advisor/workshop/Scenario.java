package advisor.workshop;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request, and what the rules must and must not say of it.
 *
 * @param place {@code rules/scenarios/memory.yaml:8}
 * @param request fields by their names on the command line
 * @param expect by option id
 * @param notes rules that must speak of the request as a whole
 * @param notNotes rules that must not
 */
public record Scenario(
        String name,
        String place,
        SortedMap<String, String> request,
        SortedMap<String, Expectation> expect,
        List<String> notes,
        List<Silence> notNotes) {

    /** One that expects nothing. */
    public static Scenario of(String name, SortedMap<String, String> request) {
        return new Scenario(name, "", request, new TreeMap<>(), List.of(), List.of());
    }

    /** Whether another asks and expects the same, wherever it stands. */
    public boolean saysAs(Scenario other) {
        return equals(new Scenario(other.name, place, other.request, other.expect, other.notes, other.notNotes));
    }

    /**
     * What must hold of one option.
     *
     * @param precision id of the format whose candidate is meant; {@code null} for the best
     * @param stance id of the stance; {@code null} if any will do
     * @param score {@code null} if any will do
     * @param fired rules that must speak of it
     * @param notFired rules that must not
     */
    public record Expectation(
            @Nullable String precision,
            @Nullable String stance,
            @Nullable Score score,
            List<String> fired,
            List<Silence> notFired) {}

    /** A range of scores, both ends included. */
    public record Score(int low, int high) {}

    /**
     * A rule that must not speak.
     *
     * @param because the condition that must be the false one; {@code null} if any may be
     */
    public record Silence(String rule, @Nullable String because) {}
}
