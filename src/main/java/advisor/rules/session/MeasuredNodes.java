package advisor.rules.session;

import org.drools.core.common.ReteEvaluator;
import org.drools.core.common.TupleSets;
import org.drools.core.phreak.PhreakAccumulateNode;
import org.drools.core.phreak.PhreakExistsNode;
import org.drools.core.phreak.PhreakJoinNode;
import org.drools.core.phreak.PhreakNetworkNodeFactoryImpl;
import org.drools.core.phreak.PhreakNotNode;
import org.drools.core.reteoo.AccumulateNode;
import org.drools.core.reteoo.BetaMemory;
import org.drools.core.reteoo.ExistsNode;
import org.drools.core.reteoo.JoinNode;
import org.drools.core.reteoo.LeftTupleSink;
import org.drools.core.reteoo.NotNode;

/** Has each session tell its {@link Effort} what it is about to join. Drools finds this as a service. */
@SuppressWarnings("rawtypes") // as the nodes have it
public final class MeasuredNodes extends PhreakNetworkNodeFactoryImpl {
    @Override
    public PhreakJoinNode createPhreakJoinNode(ReteEvaluator session) {
        Effort effort = Effort.beginning();
        return effort == null ? super.createPhreakJoinNode(session) : new Join(session, effort);
    }

    private static final class Join extends PhreakJoinNode {
        private final Effort effort;

        Join(ReteEvaluator session, Effort effort) {
            super(session);
            this.effort = effort;
        }

        @Override
        public void doNode(
                JoinNode node,
                LeftTupleSink sink,
                BetaMemory memory,
                TupleSets source,
                TupleSets staged,
                TupleSets target) {
            effort.join(node, memory, source);
            super.doNode(node, sink, memory, source, staged, target);
        }
    }

    @Override
    public PhreakNotNode createPhreakNotNode(ReteEvaluator session) {
        Effort effort = Effort.beginning();
        return effort == null ? super.createPhreakNotNode(session) : new Not(session, effort);
    }

    private static final class Not extends PhreakNotNode {
        private final Effort effort;

        Not(ReteEvaluator session, Effort effort) {
            super(session);
            this.effort = effort;
        }

        @Override
        public void doNode(
                NotNode node,
                LeftTupleSink sink,
                BetaMemory memory,
                TupleSets source,
                TupleSets staged,
                TupleSets target) {
            effort.join(node, memory, source);
            super.doNode(node, sink, memory, source, staged, target);
        }
    }

    @Override
    public PhreakExistsNode createPhreakExistsNode(ReteEvaluator session) {
        Effort effort = Effort.beginning();
        return effort == null ? super.createPhreakExistsNode(session) : new Exists(session, effort);
    }

    private static final class Exists extends PhreakExistsNode {
        private final Effort effort;

        Exists(ReteEvaluator session, Effort effort) {
            super(session);
            this.effort = effort;
        }

        @Override
        public void doNode(
                ExistsNode node,
                LeftTupleSink sink,
                BetaMemory memory,
                TupleSets source,
                TupleSets staged,
                TupleSets target) {
            effort.join(node, memory, source);
            super.doNode(node, sink, memory, source, staged, target);
        }
    }

    @Override
    public PhreakAccumulateNode createPhreakAccumulateNode(ReteEvaluator session) {
        Effort effort = Effort.beginning();
        return effort == null ? super.createPhreakAccumulateNode(session) : new Accumulate(session, effort);
    }

    private static final class Accumulate extends PhreakAccumulateNode {
        private final Effort effort;

        Accumulate(ReteEvaluator session, Effort effort) {
            super(session);
            this.effort = effort;
        }

        @Override
        public void doNode(
                AccumulateNode node,
                LeftTupleSink sink,
                AccumulateNode.AccumulateMemory memory,
                TupleSets source,
                TupleSets staged,
                TupleSets target) {
            effort.join(node, memory.getBetaMemory(), source);
            super.doNode(node, sink, memory, source, staged, target);
        }
    }
}
