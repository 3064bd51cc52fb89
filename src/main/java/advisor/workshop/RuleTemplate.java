package advisor.workshop;

import advisor.request.BadRequestException;
import advisor.rules.text.RuleDefinition;
import advisor.text.Text;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** The text of a new rule, and of the two scenarios that it needs. */
public final class RuleTemplate {
    /** What a rule may be called: its topic is a word of Java, since a package is named after it. */
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*/[a-z0-9]+(-[a-z0-9]+)*");

    private final String id;

    /**
     * @param id {@code <topic>/<slug>}
     * @throws BadRequestException if no rule may be called so
     */
    public RuleTemplate(String id) {
        if (!ID.matcher(id).matches()) {
            throw BadRequestException.of(
                    "id",
                    new Text(
                            "The id (%s) must be a topic of letters, a slash and a name in lower case with hyphens."
                                    .formatted(id),
                            "id（%s）须为“主题/短名”：主题为小写字母，短名为小写字母、数字与连字符。".formatted(id)));
        }
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
