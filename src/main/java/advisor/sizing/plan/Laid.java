package advisor.sizing.plan;

import advisor.facts.Memory;
import advisor.facts.Performance;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A choice in a layout, with what it takes and gives. */
record Laid(PlanChoice.Choice choice, Memory memory, Performance performance) {
    static final Comparator<Laid> FASTEST =
            Comparator.comparing(Laid::userSpeed, Comparator.nullsLast(Comparator.reverseOrder()));

    boolean holds(int streams) {
        Double fit = performance.likelyConcurrentStreams();
        return fit != null && fit >= streams;
    }

    /** Whether it is as fast as the fastest but for some share of it, and leaves no more devices idle. */
    boolean isAsGoodAs(Laid fastest, double share) {
        Double speed = userSpeed();
        Double most = fastest.userSpeed();
        return speed != null && most != null && idleDevices() <= fastest.idleDevices() && speed >= most * share;
    }

    private int idleDevices() {
        return choice.plan().layout().idleDevices();
    }

    private @Nullable Double userSpeed() {
        return performance.likelyTokensPerSecondPerUser();
    }
}
