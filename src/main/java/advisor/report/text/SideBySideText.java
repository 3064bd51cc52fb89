package advisor.report.text;

import advisor.advice.OptionVerdict;
import advisor.advice.SideBySide;
import advisor.advice.Verdict;
import advisor.facts.Candidate;
import advisor.facts.Memory;
import advisor.report.json.AdviceInWords;
import advisor.report.json.FactsAsJson;
import advisor.report.json.JsonReport;
import advisor.report.screen.Columns;
import advisor.report.screen.Page;
import advisor.report.screen.Screen;
import advisor.text.Points;
import advisor.words.Phrases;
import advisor.words.Wording;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Options beside each other: figures, points by topic, the rules that make the difference. */
public final class SideBySideText {
    private static final int LABEL = 40;
    private static final int SHORTEST_LABEL = 28;
    private static final int CELL = 26;
    private static final int NARROWEST_CELL = 18;

    private final Screen screen;
    private final Phrases phrases;
    private final Wording wording;
    private final int labelWidth;
    private final int cellWidth;
    private final StringBuilder out = new StringBuilder();

    private SideBySideText(int options, Screen screen) {
        this.labelWidth = Math.max(SHORTEST_LABEL, Math.min(LABEL, screen.columns() - options * CELL));
        this.cellWidth = Math.max(NARROWEST_CELL, Math.min(CELL, (screen.columns() - labelWidth) / options));
        this.screen = screen;
        this.phrases = new Phrases(screen.language());
        this.wording = new Wording(screen.language());
    }

    public static String of(SideBySide sides, Screen screen) {
        return new SideBySideText(sides.options().size(), screen).write(sides);
    }

    /** Schema {@code comparison/1}. */
    public static String json(SideBySide sides) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", "comparison/1");
        node.put("decisionId", sides.advice().decisionId());
        node.set("answer", AdviceInWords.answer(sides.advice()));
        ArrayNode verdicts = node.putArray("verdicts");
        sides.options().forEach(option -> verdicts.add(JsonReport.verdict(option, sides.advice())));
        ObjectNode topics = node.putObject("pointsByTopic");
        sides.pointsByTopic().forEach((topic, points) -> {
            ArrayNode row = topics.putArray(topic);
            points.forEach(row::add);
        });
        ObjectNode rules = node.putObject("differences");
        sides.differences().forEach((rule, points) -> {
            ArrayNode row = rules.putArray(rule);
            points.forEach(row::add);
        });
        ArrayNode flips = node.putArray("flips");
        sides.flips().forEach(flip -> {
            ObjectNode one = flips.addObject().put("streams", flip.streams());
            one.set("order", FactsAsJson.texts(flip.order()));
        });
        return JsonReport.print(node);
    }

    private String write(SideBySide sides) {
        AnswerText.of(sides.advice(), screen.plain())
                .forEach(line -> out.append(line).append('\n'));
        out.append('\n');
        figures(sides);
        heading("compare.topics");
        sides.pointsByTopic().forEach((topic, points) -> row(topic, points, this::points));
        heading("compare.rules");
        sides.differences().forEach((rule, points) -> row(rule, points, this::pointsOrSilence));
        heading("compare.flips");
        if (sides.flips().isEmpty()) {
            hanging(phrases.say("compare.never"));
        }
        sides.flips()
                .forEach(
                        flip -> hanging(phrases.say("compare.flip", flip.streams(), String.join(" > ", flip.order()))));
        return out.toString();
    }

    private void figures(SideBySide sides) {
        List<OptionVerdict> options = sides.options();
        row("", options, option -> option.option().id());
        row(phrases.say("compare.stance"), options, option -> option.stance()
                .title()
                .in(screen.language()));
        row(
                phrases.say("compare.score"),
                options,
                option -> Integer.toString(option.best().score()));
        row(phrases.say("compare.rank"), options, option -> Integer.toString(option.rank()));
        row(phrases.say("compare.format"), options, option -> candidate(option)
                .precision()
                .label());
        row(
                phrases.say("compare.memory"),
                options,
                option -> memory(candidate(option).memory()));
        row(
                phrases.say("machine.user"),
                options,
                option -> wording.interval(candidate(option).performance().tokensPerSecondPerUser()));
        row(
                phrases.say("compare.total"),
                options,
                option -> wording.money(candidate(option).cost().likelyTotal()));
    }

    private static Candidate candidate(OptionVerdict option) {
        Verdict best = option.best();
        return best.candidate();
    }

    private String memory(Memory memory) {
        return memory.needed() == null ? "-" : wording.bytes(memory.needed()) + " / " + wording.bytes(memory.usable());
    }

    private String points(@Nullable Integer points) {
        return Points.of(points == null ? 0 : points);
    }

    private String pointsOrSilence(@Nullable Integer points) {
        return points == null ? "" : Points.orDot(points);
    }

    /** Values that a line has no room for go on below the others. */
    private <T extends @Nullable Object> void row(String label, List<T> values, Function<T, String> text) {
        int room = (screen.columns() - labelWidth) / cellWidth;
        for (int from = 0; from < values.size(); from += room) {
            StringBuilder line = new StringBuilder(
                    Columns.padEnd(from == 0 ? "  " + Columns.fit(label, labelWidth - 3) : "", labelWidth));
            for (T value : values.subList(from, Math.min(values.size(), from + room))) {
                line.append(Columns.padEnd(Columns.fit(text.apply(value), cellWidth - 1), cellWidth));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private void hanging(String text) {
        out.append(new Page(screen).hanging(2, text, 4).text());
    }

    private void heading(String key) {
        out.append('\n').append(phrases.say(key)).append('\n');
    }
}
