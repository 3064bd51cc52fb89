package advisor.report.text;

import advisor.advice.Stance;
import advisor.report.json.JsonReport;
import advisor.text.Language;
import advisor.text.Points;
import advisor.words.Phrases;
import advisor.workshop.Impact;
import advisor.workshop.Impact.Change;
import advisor.workshop.Impact.First;
import advisor.workshop.Impact.Refusal;
import advisor.workshop.Impact.RuleChange;
import advisor.workshop.Impact.Side;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

    /**
     * How much differs; then the verdicts that flip, a line for all requests in which one flips for the same reason.
     *
     * @param all whether each verdict that differs has a line under its request instead
     */
    public static String of(Impact impact, Language language, boolean all) {
        return new ImpactText(language).text(impact, all);
    }

    public static String markdown(Impact impact, Language language) {
        return new ImpactText(language).table(impact);
    }

    /** Schema {@code rule-impact/1}. */
    public static String json(Impact impact) {
        return JsonReport.print(node(impact));
    }

    /** The same, to be added to. */
    public static ObjectNode node(Impact impact) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", "rule-impact/1");
        node.put("requests", impact.requests());
        node.put("judged", impact.judged());
        node.put("verdicts", impact.verdicts());
        node.put("flips", impact.flips());
        ArrayNode firsts = node.putArray("firsts");
        impact.firsts().forEach(first -> firsts.addObject()
                .put("scenario", first.scenario())
                .put("before", first.before())
                .put("after", first.after()));
        ArrayNode refused = node.putArray("refused");
        impact.refused().forEach(refusal -> refused.addObject()
                .put("scenario", refusal.scenario())
                .put("why", refusal.why().en()));
        ArrayNode changes = node.putArray("changes");
        impact.changes().forEach(change -> changes.add(node(change)));
        return node;
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

    private String text(Impact impact, boolean all) {
        out.append(sum(impact)).append('\n');
        grouped("impact.refused", impact.refused(), this::refusal, refusal -> "", group -> "");
        grouped("impact.firsts", impact.firsts(), this::first, First::scenario, group -> "");
        List<Change> flips = impact.changes().stream().filter(Change::flips).toList();
        if (all) {
            section("impact.flips", flips);
            section(
                    "impact.moves",
                    impact.changes().stream().filter(change -> !change.flips()).toList());
        } else {
            grouped("impact.flips", flips, this::flip, Change::scenario, this::common);
        }
        return out.toString();
    }

    /** A line for what is the same, with how often and where first; what is most often comes first. */
    private <T> void grouped(
            String title,
            List<T> all,
            Function<T, String> same,
            Function<T, String> scenario,
            Function<List<T>, String> tail) {
        Map<String, List<T>> groups =
                all.stream().collect(Collectors.groupingBy(same, LinkedHashMap::new, Collectors.toList()));
        if (!groups.isEmpty()) {
            out.append('\n').append(phrases.say(title)).append('\n');
        }
        groups.entrySet().stream()
                .sorted(Comparator.comparingInt(group -> -group.getValue().size()))
                .forEach(group -> out.append("  ")
                        .append(group.getKey())
                        .append(tail.apply(group.getValue()))
                        .append(times(
                                group.getValue().size(),
                                scenario.apply(group.getValue().get(0))))
                        .append('\n'));
    }

    private String times(int times, String scenario) {
        return scenario.isEmpty()
                ? ""
                : "\n      " + (times == 1 ? scenario : phrases.say("impact.times", times, scenario));
    }

    private String refusal(Refusal refusal) {
        return refusal.scenario() + ": " + refusal.why().in(language);
    }

    private String first(First first) {
        return option(first.before()) + " → " + option(first.after());
    }

    private String option(@Nullable String id) {
        return id == null ? phrases.say("impact.nothing") : id;
    }

    private String flip(Change change) {
        return change.option() + ": " + stance(change.before().stance()) + " → "
                + stance(change.after().stance());
    }

    /** The rules that speak otherwise in each. */
    private String common(List<Change> changes) {
        Set<RuleChange> common = new LinkedHashSet<>(changes.get(0).rules());
        changes.forEach(change -> common.retainAll(change.rules()));
        return common.isEmpty() ? "" : "  [" + common.stream().map(this::rule).collect(Collectors.joining(", ")) + "]";
    }

    private void section(String title, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        out.append('\n').append(phrases.say(title)).append('\n');
        String scenario = "";
        for (Change change : changes) {
            if (!change.scenario().equals(scenario)) {
                scenario = change.scenario();
                out.append("  ").append(scenario).append('\n');
            }
            out.append("    ").append(line(change)).append('\n');
        }
    }

    private String line(Change change) {
        return "%s: %s%s".formatted(change.option(), verdict(change), common(List.of(change)));
    }

    /** {@code acceptable 59 → discouraged 49}. */
    private String verdict(Change change) {
        return side(change.before()) + " → " + side(change.after());
    }

    private String side(Side side) {
        return side.stance().equals(Impact.ABSENT) ? stance(side.stance()) : stance(side.stance()) + " " + side.score();
    }

    private String stance(String id) {
        if (id.equals(Impact.ABSENT)) {
            return phrases.say("impact.absent");
        }
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
        return points == null ? phrases.say("impact.silent") : Points.of(points);
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
        bullets("impact.refused", impact.refused().stream().map(this::refusal).toList());
        bullets(
                "impact.firsts",
                impact.firsts().stream()
                        .map(first -> first.scenario() + ": " + first(first))
                        .toList());
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    private void bullets(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            out.append("\n**").append(phrases.say(title)).append("**\n\n");
            lines.forEach(line -> out.append("- ").append(line).append('\n'));
        }
    }

    private String sum(Impact impact) {
        return phrases.say(
                "impact.sum",
                impact.requests(),
                impact.judged(),
                impact.verdicts(),
                impact.flips(),
                impact.changes().size() - impact.flips(),
                impact.firsts().size());
    }
}
