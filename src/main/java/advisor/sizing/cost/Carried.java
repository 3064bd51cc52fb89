package advisor.sizing.cost;

import advisor.facts.unit.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of an option carries.
 *
 * @param streams at once; 0 if it holds none, or if that is not known
 * @param fastEnough whether each stream is as fast as is wished
 * @param outputTokensPerSecond of all these streams; {@code null} if not known
 */
public record Carried(int streams, boolean fastEnough, @Nullable Interval outputTokensPerSecond) {

    public static final Carried NOTHING = new Carried(0, false, null);

    /** How many units it takes for so many streams; 1 where none carries any. */
    public int units(int wanted) {
        return streams == 0 ? 1 : Math.floorDiv(wanted - 1, streams) + 1;
    }
}
