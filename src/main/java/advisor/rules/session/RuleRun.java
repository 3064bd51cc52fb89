package advisor.rules.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;

/**
 * One run of rules over facts, in a session of its own.
 *
 * @param judgement {@code null} if a rule failed
 * @param failure what a rule threw; {@code null} if it threw nothing but was stopped, or if there is a judgement
 */
record RuleRun(@Nullable Judgement judgement, @Nullable Throwable failure) {

    /**
     * @param watch follows it; {@code null} if nobody does, which is faster
     * @param limit firings after which the run is stopped
     * @throws CancellationException if nobody waits for it any longer
     * @throws Effort.Late if its deadline has passed
     */
    static RuleRun of(RuleBase base, Collection<?> facts, @Nullable Watch watch, int limit, Effort.Deadline deadline) {
        deadline.check(null);
        Effort effort = new Effort(deadline, facts.size());
        KieSession session = effort.of(base::newSession);
        try {
            if (watch != null) {
                session.addEventListener(watch);
            }
            facts.forEach(session::insert);
            List<Match> fired = new ArrayList<>();
            AgendaFilter each = match -> {
                effort.step();
                return fired.add(match);
            };
            boolean stopped = session.fireAllRules(each, limit) >= limit;
            return new RuleRun(stopped ? null : base.judgement(session, fired), null);
        } catch (CancellationException | Effort.Late e) {
            throw e;
        } catch (Throwable e) {
            // Whatever a rule's Java throws comes out here, wrapped by Drools or not; memory that it filled is free
            // again.
            return new RuleRun(null, e);
        } finally {
            session.dispose();
        }
    }

    boolean failed() {
        return judgement == null;
    }
}
