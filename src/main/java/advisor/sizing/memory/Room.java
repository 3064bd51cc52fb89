package advisor.sizing.memory;

import advisor.facts.Layout;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Sized;
import org.jspecify.annotations.Nullable;

/** Streams at the request's lengths for whose cache there is room, and the tokens in it. */
record Room(long streams, long tokens) {

    /**
     * What fits beside the rest; {@code null} if a stream takes nothing.
     *
     * @param free bytes of all devices; negative if the rest does not fit either
     * @param oneOfEachGroup cache of one stream in each group, on all devices
     * @param tokens of a stream
     */
    static @Nullable Room of(Bytes free, Sized oneOfEachGroup, Layout layout, long tokens) {
        if (oneOfEachGroup.count() == 0) {
            return null;
        }
        double devices = layout.usedDevices();
        double streams = Math.max(0, free.count()) / devices / (oneOfEachGroup.count() / devices);
        long groups = layout.dataParallel();
        return new Room((long) Math.floor(streams) * groups, (long) Math.floor(streams * tokens) * groups);
    }
}
