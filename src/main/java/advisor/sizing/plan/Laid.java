package advisor.sizing.plan;

import advisor.facts.Memory;
import advisor.facts.Performance;
import advisor.sizing.cost.Outlook;
import advisor.sizing.cost.UnitLoad;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A choice in a layout, with what it takes and gives. */
record Laid(PlanChoice.Choice choice, Memory memory, Performance performance) {
    static final Comparator<Laid> FASTEST =
            Comparator.comparing(Laid::userSpeed, Comparator.nullsLast(Comparator.reverseOrder()));

    /**
     * Of layouts that hold the same streams, those first that are as fast as is wished; of these those that leave room, for
     * speed beyond what is wished is worth no memory that runs out. What is not known counts as missing.
     */
    static Comparator<Laid> order(UnitLoad load, Outlook outlook, double littleSpareShare) {
        return fast(load, outlook).thenComparing(laid -> !laid.leaves(littleSpareShare));
    }

    /** As fast as is wished first. */
    static Comparator<Laid> fast(UnitLoad load, Outlook outlook) {
        return Comparator.comparing(laid -> !load.isFast(outlook.performance(laid.performance)));
    }

    private boolean leaves(double share) {
        Double spare = memory.spareShare();
        return spare != null && spare >= share;
    }

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
