package advisor.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.drools.core.common.InternalFactHandle;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * One run of rules over facts, in a session of its own.
 *
 * @param judgement {@code null} if a rule failed
 * @param failure what a rule threw; {@code null} if it threw nothing but was stopped, or if there is a judgement
 */
record RuleRun(Recorder recorder, @Nullable Judgement judgement, @Nullable Throwable failure) {

    /** @param limit firings after which the run is stopped */
    static RuleRun of(KieBase base, Collection<?> facts, Recorder recorder, int limit) {
        KieSession session = base.newKieSession();
        try {
            return run(session, facts, recorder, limit);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // Whatever a rule's Java throws comes out here, wrapped by Drools or not.
            return new RuleRun(recorder, null, e);
        } finally {
            session.dispose();
        }
    }

    private static RuleRun run(KieSession session, Collection<?> facts, Recorder recorder, int limit) {
        session.addEventListener(recorder.matches());
        session.addEventListener(recorder.findings());
        facts.forEach(session::insert);
        boolean stopped = session.fireAllRules(recorder, limit) >= limit;
        return new RuleRun(recorder, stopped ? null : recorder.judgement(facts(session)), null);
    }

    /** In the order in which they came in: that in which the session keeps them differs from run to run. */
    private static List<Object> facts(KieSession session) {
        return session.<InternalFactHandle>getFactHandles().stream()
                .sorted(Comparator.comparingLong(InternalFactHandle::getId))
                .map(InternalFactHandle::getObject)
                .toList();
    }

    boolean failed() {
        return judgement == null;
    }
}
