package advisor.report.file;

import advisor.advice.Advice;
import advisor.advice.Alternative;
import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.survey.ModelChoice;
import advisor.advice.survey.ModelChoice.ModelPlan;
import advisor.facts.Candidate;
import advisor.facts.Cost;
import advisor.facts.model.LanguageModel;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Interval;
import advisor.facts.unit.MoneyRange;
import advisor.report.json.FactsAsJson;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.words.Phrases;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An advice as a table after RFC 4180, a row for each option and for each other model that can stand in: amounts in whole
 * units of the currency, of as many machines as the load takes. No cell begins as a formula does.
 */
public final class CsvReport {
    private static final List<String> HEADER = List.of(
            "rank",
            "option",
            "title",
            "kind",
            "stance",
            "score",
            "precision",
            "engine",
            "devices",
            "nodes",
            "units",
            "memory-needed-gb",
            "memory-usable-gb",
            "tokens-per-second-per-user",
            "currency",
            "outlay-of-unit",
            "outlay-low",
            "outlay-likely",
            "outlay-high",
            "total-low",
            "total-likely",
            "total-high",
            "horizon-months",
            "decisive",
            "model");

    /** A cell stands in quotes only where it must. */
    private static final ObjectWriter ROWS = new CsvMapper()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));

    private final Language language;

    private CsvReport(Language language) {
        this.language = language;
    }

    /** In English the columns have ids as names, for programs. */
    public static String of(Advice advice, Language language) {
        CsvReport report = new CsvReport(language);
        Stream<List<String>> options = advice.verdicts().stream().map(option -> report.row(option, advice.model()));
        Stream<List<String>> others = Objects.requireNonNullElse(advice.alternatives(), List.<Alternative>of()).stream()
                .map(alternative -> report.row(alternative.best(), alternative.model()));
        return report.written(Stream.concat(options, others));
    }

    /** A row for the best plan of each model, ranked among these. */
    public static String of(ModelChoice choice, Language language) {
        CsvReport report = new CsvReport(language);
        List<ModelPlan> plans = choice.ranked();
        return report.written(IntStream.range(0, plans.size())
                .mapToObj(i -> report.row(
                        new OptionVerdict(i + 1, plans.get(i).option().best(), List.of()),
                        plans.get(i).model())));
    }

    private String written(Stream<List<String>> rows) {
        try {
            return ROWS.writeValueAsString(
                    Stream.concat(Stream.of(header()), rows).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts cannot fail to be written.", e);
        }
    }

    private List<String> header() {
        Phrases phrases = new Phrases(language);
        return language == Language.EN
                ? HEADER
                : HEADER.stream().map(id -> phrases.say("column." + id)).toList();
    }

    private List<String> row(OptionVerdict option, LanguageModel model) {
        Candidate candidate = option.best().candidate();
        List<String> cells = new ArrayList<>(List.of(
                Integer.toString(option.rank()),
                option.option().id(),
                safe(option.option().title().in(language)),
                Ids.of(option.option().kind()),
                option.stance().id(),
                Integer.toString(option.best().score()),
                Ids.of(candidate.precision()),
                safe(Objects.requireNonNullElse(candidate.plan().engine(), "")),
                Integer.toString(candidate.plan().devices()),
                Integer.toString(candidate.plan().nodes()),
                Integer.toString(candidate.plan().units()),
                gigabytes(candidate.memory().needed()),
                gigabytes(candidate.memory().usable()),
                likely(candidate.performance().tokensPerSecondPerUser())));
        cells.addAll(costs(candidate.cost(), candidate.plan().units()));
        cells.add(safe(option.best().decisive().map(this::text).orElse("")));
        cells.add(safe(model.id()));
        return cells;
    }

    private String text(Reason reason) {
        return reason.text().in(language);
    }

    private static List<String> costs(Cost cost, int units) {
        MoneyRange outlay = cost.outlay();
        MoneyRange total = cost.total();
        MoneyRange any = outlay == null ? total : outlay;
        List<String> cells = new ArrayList<>();
        cells.add(any == null ? "" : any.currency().code());
        cells.add(amounts(outlay == null ? null : outlay.dividedBy(units)).get(1));
        cells.addAll(amounts(outlay));
        cells.addAll(amounts(total));
        cells.add(Integer.toString(cost.horizonMonths()));
        return cells;
    }

    private static List<String> amounts(@Nullable MoneyRange range) {
        return range == null
                ? List.of("", "", "")
                : Stream.of(range.low(), range.likely(), range.high())
                        .map(amount -> Long.toString(FactsAsJson.whole(amount.amount())))
                        .toList();
    }

    private static String gigabytes(@Nullable Bytes bytes) {
        return bytes == null ? "" : plain(FactsAsJson.rounded(bytes.gigabytes()));
    }

    private static String likely(@Nullable Interval interval) {
        return interval == null ? "" : plain(FactsAsJson.rounded(interval.likely()));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.toPlainString();
    }

    /** A quote before what a spreadsheet would take for a formula. */
    static String safe(String text) {
        return text.isEmpty() || "=+-@\t\r\n".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
