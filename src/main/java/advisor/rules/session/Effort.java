package advisor.rules.session;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.drools.core.common.TupleSets;
import org.drools.core.reteoo.BetaMemory;
import org.drools.core.reteoo.BetaNode;
import org.drools.core.reteoo.TupleMemory;
import org.jspecify.annotations.Nullable;

/**
 * The work of one run: what the engine joins, counted before it does, so that a run ends at the same place on every
 * machine. Nothing else in a run takes long: rules have no loops.
 */
final class Effort {
    /** Pairs that each join is allowed, however few the facts are. */
    private static final long FREE_PAIRS = 1_000_000;

    /** And for each pair of facts: the shipped rules need less than one. */
    private static final long PAIRS_OF_FACTS = 10;

    private static final ThreadLocal<@Nullable Effort> BEGINNING = new ThreadLocal<>();

    private final Deadline deadline;
    private final long most;
    private final Map<BetaNode, Long> pairs = new IdentityHashMap<>();
    private @Nullable BetaNode last;

    /** @param facts how many there are */
    Effort(Deadline deadline, long facts) {
        this.deadline = deadline;
        this.most = FREE_PAIRS + PAIRS_OF_FACTS * facts * facts;
    }

    /** Until when a hearing is waited for. */
    record Deadline(Patience patience, long endNanoTime) {
        static Deadline from(Patience patience) {
            return new Deadline(
                    patience, patience.since().getAsLong() + patience.deadline().toNanos());
        }

        /**
         * @throws CancellationException if nobody waits any longer
         * @param at the join that came last; {@code null} before the first
         * @throws Late if it is over
         */
        void check(@Nullable BetaNode at) {
            if (patience.givenUp().getAsBoolean()) {
                throw new CancellationException("Nobody waits for the judgement any longer.");
            }
            if (patience.nanoTime().getAsLong() - endNanoTime > 0) {
                throw new Late(at);
            }
        }
    }

    /** A run is stopped since its deadline has passed. */
    static final class Late extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient @Nullable BetaNode at;

        Late(@Nullable BetaNode at) {
            this.at = at;
        }

        /** The join that came last; {@code null} before the first. */
        @Nullable BetaNode at() {
            return at;
        }
    }

    /** A run is stopped since a join takes too many pairs. */
    static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient BetaNode join;
        private final long most;

        TooMuch(BetaNode join, long most) {
            this.join = join;
            this.most = most;
        }

        BetaNode join() {
            return join;
        }

        long most() {
            return most;
        }
    }

    /** Makes a session whose joins this is told of. */
    <T> T of(Supplier<T> session) {
        BEGINNING.set(this);
        try {
            return session.get();
        } finally {
            BEGINNING.remove();
        }
    }

    /** That of the session which is being made; {@code null} if nobody counts. */
    static @Nullable Effort beginning() {
        return BEGINNING.get();
    }

    /** Something small is about to be done. */
    void step() {
        deadline.check(last);
    }

    /**
     * A node is about to join.
     *
     * @param left what came in on its left
     * @throws TooMuch if it has joined too much
     */
    void join(BetaNode node, BetaMemory<?> memory, TupleSets left) {
        deadline.check(last);
        last = node;
        long came = left.getInsertSize();
        long beside = memory.getStagedRightTuples().getInsertSize();
        long more = came * (beside + size(memory.getRightTupleMemory())) + beside * size(memory.getLeftTupleMemory());
        if (pairs.merge(node, more, Long::sum) > most) {
            throw new TooMuch(node, most);
        }
    }

    private static long size(@Nullable TupleMemory memory) {
        return memory == null ? 0 : memory.size();
    }
}
