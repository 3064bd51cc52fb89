package advisor.workshop;

import advisor.rules.text.RuleDefinition;
import java.util.Collection;
import java.util.Locale;

/** The text of a new rule, and of the two scenarios that it needs. */
public final class RuleTemplate {
    private final String id;

    /** @param id {@code <topic>/<slug>} */
    public RuleTemplate(String id) {
        this.id = id;
    }

    public String topic() {
        return id.substring(0, id.indexOf('/'));
    }

    /** A whole file, for a topic that has none yet. */
    public String file() {
        return """
                // %s: which question does this file answer?
                %s"""
                .formatted(capitalised(topic()), rule());
    }

    /** A rule that compiles and fires nowhere until its condition is written. */
    public String rule() {
        return """

                rule "%s"
                    @source("advisor-judgement")
                    @points(-1)
                    @en("{candidate.option.title}: say why this matters")
                    @zh("{candidate.option.title}：写明为何要紧")
                when
                    $candidate : Candidate( option.devices < 0 )
                then
                    insertLogical(Finding.concern($candidate));
                end
                """
                .formatted(id);
    }

    /** One scenario in which it must fire and one in which it must not, for an option to be named. */
    public String scenarios(String option) {
        return """

                - name: Where %1$s must speak
                  request: {model: deepseek-r1, as-of: 2026-11-22}
                  expect:
                    %2$s: {fired: [%3$s]}

                - name: Where %1$s must be silent
                  request: {model: qwen3-8b, as-of: 2026-11-22}
                  expect:
                    %2$s: {not_fired: [%3$s]}
                """
                .formatted(id, option, id);
    }

    private static String capitalised(String topic) {
        return topic.substring(0, 1).toUpperCase(Locale.ROOT) + topic.substring(1);
    }

    /** Whether a rule of this id exists. */
    public boolean exists(Collection<RuleDefinition> rules) {
        return rules.stream().anyMatch(rule -> rule.id().equals(id));
    }
}
