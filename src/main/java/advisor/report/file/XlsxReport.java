package advisor.report.file;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.facts.Candidate;
import advisor.facts.CostLine;
import advisor.facts.CostPart.Due;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Source;
import advisor.facts.unit.Sourced;
import advisor.report.file.FormulaCells.Ends;
import advisor.report.file.Table.Column;
import advisor.report.json.FactsAsJson;
import advisor.report.words.Answer;
import advisor.report.words.FormulaText;
import advisor.report.words.PlanTitle;
import advisor.report.words.QuestionLine;
import advisor.text.AdvisorVersion;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * An advice as a workbook: answer, plans, costs, assumptions, sources, and what is out and why. The costs are formulas over
 * the assumptions, so that a changed price changes every sum; the verdicts are those of the advice and stay.
 */
public final class XlsxReport {
    private final Advice advice;
    private final Language language;
    private final Phrases phrases;
    private final Wording wording;
    private final FormulaText formulas;
    private final Citations citations;
    private final InputRows inputs = new InputRows(2);

    private XlsxReport(Advice advice, Map<String, Source> sources, Language language) {
        this.advice = advice;
        this.language = language;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
        this.formulas = new FormulaText(language, null);
        this.citations = new Citations(sources, language);
    }

    /**
     * The bytes of an XLSX file.
     *
     * @param sources all that can be cited, by id
     */
    public static byte[] of(Advice advice, Map<String, Source> sources, Language language) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new XlsxReport(advice, sources, language).write(bytes);
            return StableZip.of(bytes.toByteArray(), advice.request().asOf());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ByteArrayOutputStream bytes) throws IOException {
        try (Workbook book = new Workbook(bytes, "advisor", null)) {
            answer(table(book, "answer", new Column("about", 18), new Column("sentence", 120)));
            Table plans = table(book, "plans", PLANS);
            Table costs = table(book, "costs", COSTS);
            Table assumptions = table(book, "assumptions", ASSUMPTIONS);
            Table sources = table(book, "sources", SOURCES);
            Table rejected = table(book, "rejected", REJECTED);
            advice.verdicts().forEach(option -> costs(costs, option));
            advice.verdicts().forEach(option -> plan(plans, option));
            inputs.all().forEach((input, row) -> assumption(assumptions, input));
            Stream.concat(advice.rejected().stream(), advice.undecided().stream())
                    .sorted(Comparator.comparing(XlsxReport::rule).thenComparing(OptionVerdict::rank))
                    .forEach(option -> rejected(rejected, option));
            citations.entries().forEach(source -> source(sources, source));
        }
    }

    private static final Column[] PLANS = {
        new Column("rank", 6),
        new Column("option", 26),
        new Column("title", 44),
        new Column("stance", 20),
        new Column("score", 7),
        new Column("precision", 10),
        new Column("engine", 14),
        new Column("units", 7),
        new Column("devices", 9),
        new Column("nodes", 7),
        new Column("memory-needed-gb", 14),
        new Column("memory-usable-gb", 14),
        new Column("tokens-per-second-per-user", 14),
        new Column("currency", 9),
        new Column("total-low", 14),
        new Column("total-likely", 14),
        new Column("total-high", 14),
        new Column("decisive", 80)
    };

    private static final Column[] COSTS = {
        new Column("option", 26),
        new Column("title", 44),
        new Column("part", 18),
        new Column("due", 12),
        new Column("times", 8),
        new Column("low", 14),
        new Column("likely", 14),
        new Column("high", 14),
        new Column("total-low", 14),
        new Column("total-likely", 14),
        new Column("total-high", 14),
        new Column("calculation", 100)
    };

    private static final Column[] ASSUMPTIONS = {
        new Column("option", 26),
        new Column("value", 70),
        new Column("low", 14),
        new Column("likely", 14),
        new Column("high", 14),
        new Column("unit", 12),
        new Column("since", 12),
        new Column("source", 40)
    };

    private static final Column[] SOURCES = {
        new Column("source", 34),
        new Column("title", 80),
        new Column("day", 16),
        new Column("grade", 20),
        new Column("where", 50),
        new Column("address", 60)
    };

    private static final Column[] REJECTED = {
        new Column("rule", 34),
        new Column("option", 26),
        new Column("title", 44),
        new Column("stance", 14),
        new Column("reason", 100),
        new Column("source", 40)
    };

    private Table table(Workbook book, String name, Column... columns) {
        return new Table(book.newWorksheet(sheet(name)), phrases, List.of(columns));
    }

    private String sheet(String name) {
        return phrases.say("sheet." + name);
    }

    private void answer(Table table) {
        said(
                table,
                phrases.say("report.title", advice.model().title().in(language)),
                QuestionLine.of(advice, language));
        advice.errors()
                .forEach(error -> said(
                        table,
                        phrases.say("incomplete", advice.errors().size(), advice.ruleCount()),
                        error.rule().id() + ": " + error.message().in(language)));
        new Answer(advice, language)
                .parts()
                .forEach((part, sentences) ->
                        sentences.forEach(sentence -> said(table, phrases.say("answer." + Ids.of(part)), sentence)));
        said(table, phrases.say("sheet.change"), phrases.say("sheet.changeable"));
        said(table, phrases.say("report.decision"), advice.decisionId());
        said(table, phrases.say("report.as-of"), advice.request().asOf().toString());
        said(table, phrases.say("report.rules"), advice.rulesSha256());
        said(table, phrases.say("report.catalog"), advice.catalogSha256());
        said(table, phrases.say("report.version"), AdvisorVersion.NUMBER);
    }

    private static void said(Table table, String about, String sentence) {
        table.row().text(about).text(sentence);
    }

    private void plan(Table table, OptionVerdict option) {
        Candidate candidate = option.best().candidate();
        Interval speed = candidate.performance().tokensPerSecondPerUser();
        table.row()
                .number(option.rank())
                .text(option.option().id())
                .text(new PlanTitle(language).of(candidate))
                .text(option.stance().title().in(language))
                .number(option.best().score())
                .text(phrases.choice(candidate.precision()))
                .text(candidate.plan().engine())
                .number(candidate.plan().units())
                .number(candidate.plan().devices())
                .number(candidate.plan().nodes())
                .number(gigabytes(candidate.memory().needed()))
                .number(gigabytes(candidate.memory().usable()))
                .number(speed == null ? null : FactsAsJson.rounded(speed.likely()));
        totals(table, candidate);
        table.text(option.best()
                .decisive()
                .map(reason -> reason.text().in(language))
                .orElse(""));
    }

    /** Sums over the lines of the costs, by the id in column B. */
    private void totals(Table table, Candidate candidate) {
        if (candidate.cost().unknown()) {
            table.text("").text("").text(wording.unknown()).text("");
            return;
        }
        table.text(advice.request().currency().code());
        for (char column = 'I'; column <= 'K'; column++) {
            table.formula(
                    "SUMIFS('%1$s'!$%2$s:$%2$s,'%1$s'!$A:$A,$B%3$s)".formatted(sheet("costs"), column, table.number()));
        }
    }

    private static @Nullable Number gigabytes(@Nullable Bytes bytes) {
        return bytes == null ? null : FactsAsJson.rounded(bytes.gigabytes());
    }

    private void costs(Table table, OptionVerdict option) {
        Candidate candidate = option.best().candidate();
        for (CostLine line : candidate.cost().lines()) {
            Due due = line.part().due();
            table.row()
                    .text(option.option().id())
                    .text(new PlanTitle(language).of(candidate))
                    .text(phrases.say("cost-part." + Ids.of(line.part())))
                    .text(phrases.say("explain.due." + Ids.of(due)))
                    .number(due == Due.MONTHLY ? candidate.cost().horizonMonths() : 1);
            amounts(table, option.option().id(), line.formula());
        }
    }

    private void amounts(Table table, String option, @Nullable Formula formula) {
        if (formula == null) {
            table.text("").text(wording.unknown());
            return;
        }
        Ends ends = new FormulaCells(inputs, sheet("assumptions"), option).of(formula);
        table.formula(ends.low()).formula(ends.likely()).formula(ends.high());
        for (char column = 'F'; column <= 'H'; column++) {
            table.formula("$E%1$s*%2$s%1$s".formatted(table.number(), column));
        }
        table.text(formulas.of(formula));
    }

    /** Of what is certain the ends follow the likely value. */
    private void assumption(Table table, InputRows.Row input) {
        Operand operand = input.operand();
        Interval value = operand.value();
        table.row().text(input.option()).text(formulas.name(operand));
        if (value.low() == value.high()) {
            String likely = "$D" + table.number();
            table.follows(likely).changeable(value.likely()).follows(likely);
        } else {
            table.changeable(value.low()).changeable(value.likely()).changeable(value.high());
        }
        Sourced origin = operand.origin();
        table.text(operand.unit())
                .text(origin instanceof Parameter parameter ? parameter.from().toString() : "")
                .text(origin == null ? "" : cited(List.of(origin.source())));
    }

    private void rejected(Table table, OptionVerdict option) {
        Reason reason = option.best().decisive().orElseThrow();
        table.row()
                .text(reason.rule().id())
                .text(option.option().id())
                .text(option.option().title().in(language))
                .text(option.stance().title().in(language))
                .text(reason.text().in(language))
                .text(cited(reason.sources()));
    }

    private static String rule(OptionVerdict option) {
        return option.best().decisive().orElseThrow().rule().id();
    }

    /** The citations as they stand, remembered for the sheet of sources. */
    private String cited(List<String> cited) {
        citations.of(cited);
        return String.join(", ", cited);
    }

    private static void source(Table table, Citations.Entry source) {
        table.row()
                .text(source.id())
                .text(source.title())
                .text(source.day())
                .text(source.grade())
                .text(source.where())
                .text(source.href());
    }
}
