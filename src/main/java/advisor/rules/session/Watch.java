package advisor.rules.session;

import advisor.rules.text.RuleDefinition;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.rule.Match;

/** Follows a session in which some rule fails: which match is fired, and how often each rule was. */
final class Watch extends DefaultAgendaEventListener {
    private final RuleBase base;
    private final Map<RuleDefinition, Integer> firings = new HashMap<>();
    private @Nullable Match current;

    Watch(RuleBase base) {
        this.base = base;
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
        current = event.getMatch();
        firings.merge(base.rule(event.getMatch()), 1, Integer::sum);
    }

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
        current = null;
    }

    /** The match that is being fired; after a failure the one that failed, if it was a match at all. */
    @Nullable Match current() {
        return current;
    }

    /** @throws java.util.NoSuchElementException if no rule fired */
    RuleDefinition mostFired() {
        return Collections.max(
                        firings.entrySet(),
                        Map.Entry.<RuleDefinition, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.comparing(RuleDefinition::id))))
                .getKey();
    }
}
