package advisor.report.file;

import advisor.advice.Reason;
import advisor.advice.Stance;
import advisor.advice.Verdict;
import advisor.advice.change.Changes;
import advisor.advice.change.Counterfactual;
import advisor.advice.change.Explanation;
import advisor.facts.CostLine;
import advisor.facts.Finding;
import advisor.facts.unit.Formula;
import advisor.facts.unit.MoneyRange;
import advisor.report.file.DocumentView.Section;
import advisor.report.words.ChangeWording;
import advisor.report.words.FormulaText;
import advisor.report.words.PlanTitle;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.text.Points;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why an option has its verdict, as one HTML file: ledger, memory, power and cost with their formulas, and changes. */
public final class ExplanationHtml {
    private final Language language;
    private final Phrases phrases;
    private final Wording wording;
    private final FormulaText formulas;
    private final Citations citations;

    private ExplanationHtml(Explanation explanation, Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
        this.formulas = new FormulaText(language, null);
        this.citations = new Citations(explanation.sources(), language);
    }

    public static String of(Explanation explanation, Changes changes, Language language) {
        return new ExplanationHtml(explanation, language).write(explanation, changes);
    }

    private String write(Explanation explanation, Changes changes) {
        Verdict verdict = explanation.verdict();
        List<Section> sections = new ArrayList<>();
        sections.add(ledger(verdict));
        sections.add(formulas("explain.memory", "memory-part.", explanation.memory()));
        sections.add(formulas("explain.power", "power-part.", explanation.power()));
        sections.add(cost(verdict.candidate().cost().lines()));
        sections.add(Section.sentences(
                phrases.say(changes.ofFirst() ? "document.topples" : "document.change"), changes(changes)));
        String title = "%s · %s · %s"
                .formatted(
                        new PlanTitle(language).of(verdict.candidate()),
                        verdict.stance().title().in(language),
                        phrases.say(
                                "explain.rank",
                                explanation.option().rank(),
                                explanation.advice().verdicts().size()));
        return HtmlDocument.of(explanation.advice(), title, sections, citations, language);
    }

    private Section ledger(Verdict verdict) {
        Stream<List<String>> start =
                Stream.of(List.of(Integer.toString(verdict.start()), phrases.say("explain.start"), "", ""));
        Stream<List<String>> total =
                Stream.of(List.of(Integer.toString(verdict.score()), phrases.say(totalKey(verdict)), "", ""));
        return Section.table(
                phrases.say("report.ledger-caption"),
                columns("report.points", "report.reason", "column.rule", "report.sources-column"),
                Stream.of(start, verdict.reasons().stream().map(this::entry), total)
                        .flatMap(rows -> rows));
    }

    private static String totalKey(Verdict verdict) {
        return verdict.stance() == Stance.REJECTED || verdict.stance() == Stance.UNDECIDED
                ? "explain.total-void"
                : "explain.total";
    }

    private List<String> entry(Reason reason) {
        return List.of(points(reason), reason.text().in(language), reason.rule().id(), cited(reason.sources()));
    }

    private static String points(Reason reason) {
        if (reason.kind() == Finding.Kind.BLOCKER) {
            return "✗";
        }
        if (reason.kind() == Finding.Kind.UNKNOWN) {
            return "?";
        }
        return Points.orDot(reason.points());
    }

    private String cited(List<String> sources) {
        return citations.of(sources).stream()
                .map(citation -> "[" + citation.number() + "]")
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private <K extends Enum<K>> Section formulas(String heading, String words, Map<K, Formula> parts) {
        return Section.table(
                phrases.say(heading),
                columns("column.part", "column.calculation", "report.sources-column"),
                parts.entrySet().stream()
                        .map(part -> List.of(
                                phrases.say(words + Ids.of(part.getKey())),
                                formulas.of(part.getValue()),
                                cited(part.getValue()))));
    }

    private String cited(@Nullable Formula formula) {
        return formula == null
                ? ""
                : cited(formula.read().stream().map(read -> read.source()).toList());
    }

    private Section cost(List<CostLine> lines) {
        return Section.table(
                phrases.say("explain.cost"),
                columns(
                        "column.part",
                        "column.due",
                        "column.low",
                        "column.likely",
                        "column.high",
                        "column.calculation",
                        "report.sources-column"),
                lines.stream().map(this::line));
    }

    private List<String> line(CostLine line) {
        MoneyRange amount = line.amount();
        Formula formula = line.formula();
        return List.of(
                phrases.say("cost-part." + Ids.of(line.part())),
                phrases.say("explain.due." + Ids.of(line.part().due())),
                amount == null ? wording.unknown() : wording.money(amount.low()),
                amount == null ? "" : wording.money(amount.likely()),
                amount == null ? "" : wording.money(amount.high()),
                formula == null ? "" : formulas.of(formula),
                cited(formula));
    }

    private List<String> columns(String... keys) {
        return Stream.of(keys).map(key -> phrases.say(key)).toList();
    }

    private List<String> changes(Changes changes) {
        if (changes.ofFirst()) {
            return new ChangeWording(language).toppled(changes);
        }
        return changes.counterfactuals().isEmpty()
                ? List.of(phrases.say("explain.nothing"))
                : changes.counterfactuals().stream().map(this::change).toList();
    }

    private String change(Counterfactual found) {
        ChangeWording changing = new ChangeWording(language);
        String said =
                found.changes().stream().map(changing::say).collect(Collectors.joining(phrases.say("change.and")));
        return phrases.say("change.to", said, found.stance().title().in(language) + " " + found.score());
    }
}
