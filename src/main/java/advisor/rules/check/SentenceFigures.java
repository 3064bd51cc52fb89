package advisor.rules.check;

import advisor.facts.Lens;
import advisor.rules.text.Check;
import advisor.rules.text.Faults;
import advisor.rules.text.RuleDefinition;
import advisor.rules.text.RuleFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds figures that a sentence holds itself, in place of a parameter that has a source and a day. */
final class SentenceFigures {
    private static final Pattern SENTENCE = Pattern.compile("@(?:en|zh)\\((?:\\s*\"[^\"]*\")+");

    /** A space within a sentence, or the end of one of its texts and the begin of the next. */
    private static final String GAP = "[\\s\"]+";

    /** Digits that tell no amount. Figures above 999 are written with a comma, so 2026 is a year. */
    private static final String NAME = String.join(
            "|",
            "\\{[^}]*}",
            "1/(?=\\{)",
            "[A-Za-z]+(?:-[A-Za-z]*)?\\d[A-Za-z\\d]*(?:\\.\\d+)?", // FP8, H100, DeepSeek-R1, GSM8K
            "910[BC]", // Ascend
            "(?:PCIe|SGLang|vLLM)" + GAP + "\\d+(?:\\.\\d+)+",
            "(?:4|8|16)(?:-|" + GAP + ")?(?:bits?\\b|位)",
            "20[12]\\d(?![.,]?\\d)");

    private static final Pattern NAME_OR_FIGURE = Pattern.compile(NAME + "|(?<figure>\\d+(?:[.,]\\d+)*)");

    private SentenceFigures() {}

    /** The founding documents are quoted with the figures that they print. */
    static void check(RuleFile file, RuleDefinition rule, Faults faults) {
        if (rule.lens() == Lens.FOUNDING) {
            return;
        }
        String text = file.text(RuleFile.Span.of(rule));
        Matcher sentence = SENTENCE.matcher(text);
        while (sentence.find()) {
            Matcher found = NAME_OR_FIGURE.matcher(text).region(sentence.start(), sentence.end());
            while (found.find()) {
                if (found.group("figure") != null) {
                    add(rule, text.substring(0, found.start()), found.group(), faults);
                }
            }
        }
    }

    private static void add(RuleDefinition rule, String before, String figure, Faults faults) {
        int line = rule.line()
                + (int) before.chars().filter(character -> character == '\n').count();
        faults.add(
                Check.FIGURE,
                rule.id(),
                line,
                before.length() - before.lastIndexOf('\n'),
                "The figure (%s) in a sentence of rule (%s) must be a parameter.".formatted(figure, rule.id()),
                "Put it into catalog/parameters with unit, date and source, bind Parameter( id == \"…\", $figure : value )"
                        + " and write {figure}.");
    }
}
