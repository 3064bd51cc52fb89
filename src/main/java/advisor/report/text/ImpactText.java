package advisor.report.text;

import advisor.advice.Stance;
import advisor.report.json.JsonReport;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.workshop.Impact;
import advisor.workshop.Impact.Change;
import advisor.workshop.Impact.RuleChange;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The impact of an edit as text, as JSON, and as Markdown for a pull request. */
public final class ImpactText {
    private final Language language;
    private final Phrases phrases;
    private final StringBuilder out = new StringBuilder();

    private ImpactText(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
    }

    /** A line for each verdict that differs, those whose stance flips first. */
    public static String of(Impact impact, Language language) {
        return new ImpactText(language).text(impact);
    }

    public static String markdown(Impact impact, Language language) {
        return new ImpactText(language).table(impact);
    }

    /** Schema {@code rule-impact/1}. */
    public static String json(Impact impact) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", "rule-impact/1");
        node.put("requests", impact.requests());
        node.put("verdicts", impact.verdicts());
        node.put("flips", impact.flips());
        ArrayNode changes = node.putArray("changes");
        impact.changes().forEach(change -> changes.add(node(change)));
        return JsonReport.print(node);
    }

    private static ObjectNode node(Change change) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("scenario", change.scenario()).put("option", change.option());
        node.putObject("before")
                .put("stance", change.before().stance())
                .put("score", change.before().score());
        node.putObject("after")
                .put("stance", change.after().stance())
                .put("score", change.after().score());
        ArrayNode rules = node.putArray("rules");
        change.rules().forEach(rule -> rules.addObject()
                .put("rule", rule.rule())
                .put("before", rule.before())
                .put("after", rule.after()));
        return node;
    }

    private String text(Impact impact) {
        List<Change> flips = impact.changes().stream().filter(Change::flips).toList();
        List<Change> moves =
                impact.changes().stream().filter(change -> !change.flips()).toList();
        section("impact.flips", flips);
        section("impact.moves", moves);
        out.append(sum(impact)).append('\n');
        return out.toString();
    }

    private void section(String title, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        out.append(phrases.say(title)).append('\n');
        String scenario = "";
        for (Change change : changes) {
            if (!change.scenario().equals(scenario)) {
                scenario = change.scenario();
                out.append("  ").append(scenario).append('\n');
            }
            out.append("    ").append(line(change)).append('\n');
        }
        out.append('\n');
    }

    private String line(Change change) {
        return "%s: %s  [%s]".formatted(change.option(), verdict(change), rules(change));
    }

    /** {@code acceptable 59 → discouraged 49}. */
    private String verdict(Change change) {
        String before = stance(change.before().stance()) + " " + change.before().score();
        return before + " → " + stance(change.after().stance()) + " "
                + change.after().score();
    }

    private String stance(String id) {
        return Arrays.stream(Stance.values())
                .filter(stance -> stance.id().equals(id))
                .map(stance -> stance.title().in(language))
                .findFirst()
                .orElse(id);
    }

    private String rules(Change change) {
        return change.rules().stream().map(this::rule).collect(Collectors.joining(", "));
    }

    private String rule(RuleChange rule) {
        return rule.rule() + " " + points(rule.before()) + " → " + points(rule.after());
    }

    private String points(@Nullable Integer points) {
        if (points == null) {
            return phrases.say("impact.silent");
        }
        return points > 0 ? "+" + points : points < 0 ? "−" + -points : "0";
    }

    private String table(Impact impact) {
        out.append("**").append(sum(impact)).append("**\n");
        if (!impact.changes().isEmpty()) {
            out.append('\n').append(phrases.say("impact.columns")).append("\n|---|---|---|---|\n");
            impact.changes()
                    .forEach(change -> out.append("| %s | `%s` | %s%s | %s |%n"
                            .formatted(
                                    change.scenario().replace("|", "\\|"),
                                    change.option(),
                                    change.flips() ? "**flips** ".replace("flips", phrases.say("impact.flip")) : "",
                                    verdict(change),
                                    rules(change))));
        }
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    private String sum(Impact impact) {
        return phrases.say(
                "impact.sum",
                impact.requests(),
                impact.verdicts(),
                impact.flips(),
                impact.changes().size() - impact.flips());
    }
}
