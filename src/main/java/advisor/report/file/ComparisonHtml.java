package advisor.report.file;

import advisor.advice.OptionVerdict;
import advisor.advice.SideBySide;
import advisor.facts.Candidate;
import advisor.facts.Memory;
import advisor.facts.unit.Source;
import advisor.report.file.DocumentView.Section;
import advisor.text.Language;
import advisor.text.Points;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Options beside each other as one HTML file: figures, points by topic, rules that differ, loads at which the order turns. */
public final class ComparisonHtml {
    private final Language language;
    private final Phrases phrases;
    private final Wording wording;

    private ComparisonHtml(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
    }

    /** @param sources all that can be cited, by id */
    public static String of(SideBySide sides, Map<String, Source> sources, Language language) {
        return new ComparisonHtml(language).write(sides, new Citations(sources, language));
    }

    private String write(SideBySide sides, Citations citations) {
        List<Section> sections = List.of(
                Section.table(phrases.say("document.figures"), head(sides), figures(sides.options())),
                Section.table(phrases.say("document.topics"), head(sides), rows(sides.pointsByTopic(), Points::of)),
                Section.table(
                        phrases.say("document.rules"),
                        head(sides),
                        rows(sides.differences(), points -> points == null ? "" : Points.orDot(points))),
                Section.sentences(phrases.say("document.flips"), flips(sides)));
        return HtmlDocument.of(sides.advice(), phrases.say("document.comparison"), sections, citations, language);
    }

    private List<String> head(SideBySide sides) {
        return Stream.concat(Stream.of(""), sides.options().stream().map(option -> option.option()
                        .title()
                        .in(language)))
                .toList();
    }

    private Stream<List<String>> figures(List<OptionVerdict> options) {
        return Stream.of(
                row("column.option", options, option -> option.option().id()),
                row("compare.stance", options, option -> option.stance().title().in(language)),
                row(
                        "compare.score",
                        options,
                        option -> Integer.toString(option.best().score())),
                row("compare.rank", options, option -> Integer.toString(option.rank())),
                row("compare.format", options, option -> candidate(option)
                        .precision()
                        .label()),
                row(
                        "compare.memory",
                        options,
                        option -> memory(candidate(option).memory())),
                row(
                        "machine.user",
                        options,
                        option ->
                                wording.interval(candidate(option).performance().tokensPerSecondPerUser())),
                row(
                        "compare.total",
                        options,
                        option -> wording.money(candidate(option).cost().likelyTotal())));
    }

    private List<String> row(String key, List<OptionVerdict> options, Function<OptionVerdict, String> cell) {
        return Stream.concat(Stream.of(phrases.say(key)), options.stream().map(cell))
                .toList();
    }

    private static <N extends @Nullable Integer> Stream<List<String>> rows(
            Map<String, List<N>> table, Function<N, String> cell) {
        return table.entrySet().stream().map(row -> Stream.concat(
                        Stream.of(row.getKey()), row.getValue().stream().map(cell))
                .toList());
    }

    private static Candidate candidate(OptionVerdict option) {
        return option.best().candidate();
    }

    private String memory(Memory memory) {
        return memory.needed() == null ? "–" : wording.bytes(memory.needed()) + " / " + wording.bytes(memory.usable());
    }

    private List<String> flips(SideBySide sides) {
        return sides.flips().isEmpty()
                ? List.of(phrases.say("compare.never"))
                : sides.flips().stream()
                        .map(flip -> phrases.say("compare.flip", flip.streams(), String.join(" > ", flip.order())))
                        .toList();
    }
}
