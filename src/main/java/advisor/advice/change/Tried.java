package advisor.advice.change;

import advisor.advice.OptionVerdict;
import advisor.advice.Stance;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run says of one option, and no more: hundreds of runs are kept, and a verdict holds on to all that was judged
 * with it.
 *
 * @param obstacles what keeps each format out, by the id of its candidate
 */
record Tried(Stance stance, int score, Map<String, Obstacles> obstacles) {
    static Tried of(OptionVerdict option) {
        return new Tried(
                option.stance(),
                option.best().score(),
                option.all().stream()
                        .collect(Collectors.toMap(verdict -> verdict.candidate().id(), Obstacles::of)));
    }

    /** What keeps a candidate out, if it is one of the option still. */
    Obstacles obstacles(String candidate) {
        Obstacles found = obstacles.get(candidate);
        return found == null ? Obstacles.NONE : found;
    }
}
