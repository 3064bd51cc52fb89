package advisor.rules.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
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
     */
    static RuleRun of(RuleBase base, Collection<?> facts, @Nullable Watch watch, int limit) {
        KieSession session = base.newSession();
        try {
            if (watch != null) {
                session.addEventListener(watch);
            }
            facts.forEach(session::insert);
            List<Match> fired = new ArrayList<>();
            boolean stopped = session.fireAllRules(fired::add, limit) >= limit;
            return new RuleRun(stopped ? null : base.judgement(session, fired), null);
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
