package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.Comparer;
import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.SideBySide;
import advisor.advice.change.Changes;
import advisor.advice.change.Explainer;
import advisor.advice.change.Explanation;
import advisor.report.json.AdviceInWords;
import advisor.report.json.ExplanationJson;
import advisor.report.json.JsonReport;
import advisor.report.screen.Screen;
import advisor.report.text.ExplanationText;
import advisor.report.text.SideBySideText;
import advisor.report.text.TextReport;
import advisor.request.Question;
import advisor.text.Language;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** An advice as of a day tells of no later day, in any sentence of either language. */
class AsOfPropertyTest {
    /** {@code 2026-01-13}, {@code 2026-01}, {@code 2026}, but no part of a number, of a name or of an address. */
    private static final Pattern DAY =
            Pattern.compile("(?<![\\p{Alnum},.#/_-])(20[12]\\d)(?:-(\\d\\d))?(?:-(\\d\\d))?(?!,\\d|[.-]?\\p{Alnum})");

    private static final Pattern MONTH_EN = Pattern.compile(
            "(January|February|March|April|May|June|July|August|September|October|November|December) (20[12]\\d)");

    private static final Pattern MONTH_ZH = Pattern.compile("(20[12]\\d) ?年 ?(\\d{1,2}) ?月");

    /** What was known from the first, by datasheets for the most part, and was read in a later source. */
    private static final Set<String> OLDER_THAN_READ = Set.of(
            "generation/ampere-reads-slowly",
            "generation/sxm-far-faster",
            "precision/decode-strong",
            "precision/int8-cut-on-blackwell-ultra",
            "precision/prefill-weak",
            "supply/supply-open");

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    @Test
    void aLaterDayIsFoundHoweverItIsWritten() {
        LocalDate day = LocalDate.of(2025, 9, 15);
        assertThat(Stream.of(
                        "the rule of 2026-01-13",
                        "By 2026-05 about ten firms",
                        "2025-09-16",
                        "the relaxation of 2026.",
                        "2 to 5 USD in 2026, up to",
                        "在 2026 年放宽后",
                        "Reported in October 2025",
                        "2025 年 10 月报道"))
                .allSatisfy(sentence -> assertThat(later(sentence, day)).isNotEmpty());
        assertThat(Stream.of(
                        "2025-09-15",
                        "in early 2025",
                        "2025 年 9 月报道",
                        "in September 2025",
                        "2,026 GB",
                        "2026.5 GB",
                        "inferencex-v2-2026",
                        "by the rule of 2023-10-17"))
                .allSatisfy(sentence -> assertThat(later(sentence, day)).isEmpty());
    }

    @Property(tries = 40, seed = "20261122")
    void noSentenceTellsOfALaterDay(@ForAll("requests") Map<String, String> request) {
        Advice advice = Shipped.advise(request);
        LocalDate day = advice.request().asOf();
        List<String> sentences = new ArrayList<>();
        sentences(JsonReport.tree(advice), sentences);
        sentences(AdviceInWords.of(advice), sentences);
        assertThat(sentences).hasSizeGreaterThan(100).allSatisfy(sentence -> assertThat(later(sentence, day))
                .isEmpty());
        for (Language language : Language.values()) {
            assertThat(TextReport.of(advice, Screen.file(language)).lines())
                    .allSatisfy(line -> assertThat(later(line, day)).isEmpty());
        }
    }

    @Property(tries = 6, seed = "20261122")
    void noLineOfAnExplanationOrComparisonTellsOfALaterDay(@ForAll("requests") Map<String, String> request) {
        Question question = Question.of(new TreeMap<>(request), Shipped.TODAY);
        Advisor advisor = new Advisor(Shipped.catalog(), Shipped.rules());
        List<OptionVerdict> verdicts = advisor.advise(question.request()).verdicts();
        LocalDate day = question.request().asOf();
        for (OptionVerdict verdict : List.of(verdicts.get(0), verdicts.get(verdicts.size() - 1))) {
            Explanation explanation =
                    new Explainer(advisor, question).explain(verdict.option().id(), null);
            List<String> sentences = new ArrayList<>();
            sentences(tree(ExplanationJson.of(explanation)), sentences);
            for (Language language : Language.values()) {
                sentences.addAll(ExplanationText.of(explanation, none(explanation), rule -> true, Screen.file(language))
                        .lines()
                        .toList());
            }
            assertThat(sentences).hasSizeGreaterThan(100).allSatisfy(sentence -> assertThat(later(sentence, day))
                    .isEmpty());
        }
        SideBySide sides = new Comparer(advisor, question)
                .compare(verdicts.stream()
                        .limit(3)
                        .map(verdict -> verdict.option().id())
                        .toList());
        for (Language language : Language.values()) {
            assertThat(SideBySideText.of(sides, Screen.file(language)).lines())
                    .allSatisfy(line -> assertThat(later(line, day)).isEmpty());
        }
    }

    /** What would change a verdict may name a later day: it is one to wait for. */
    private static Changes none(Explanation explanation) {
        return new Changes(explanation.option(), List.of(), Map.of(), false);
    }

    private static JsonNode tree(String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A figure may be older than the only place where it was read; what an advice says must not be. */
    @Property(tries = 10, seed = "20261122")
    void aSourceThatIsShownWasToBeReadOnTheDay(@ForAll("requests") Map<String, String> request) {
        Advice advice = Shipped.advise(request);
        LocalDate day = advice.request().asOf();
        Stream<Reason> said = advice.verdicts().stream()
                .flatMap(verdict -> verdict.all().stream())
                .flatMap(verdict -> verdict.reasons().stream());
        Map<Boolean, Set<String>> rules = Stream.concat(said, advice.notes().stream())
                .collect(Collectors.partitioningBy(
                        reason -> reason.sources().stream()
                                .allMatch(source -> Shipped.catalog().published(source, day)),
                        Collectors.mapping(reason -> reason.rule().id(), Collectors.toCollection(TreeSet::new))));
        assertThat(rules.get(true)).hasSizeGreaterThan(20);
        assertThat(OLDER_THAN_READ).containsAll(rules.get(false));
    }

    private static void sentences(JsonNode node, List<String> sentences) {
        if (node.isTextual()) {
            sentences.add(node.textValue());
        }
        node.forEach(child -> sentences(child, sentences));
    }

    /** The days, months and years in a sentence that begin after a day. */
    private static List<LocalDate> later(String sentence, LocalDate day) {
        List<LocalDate> named = new ArrayList<>();
        Matcher english = MONTH_EN.matcher(sentence);
        while (english.find()) {
            named.add(first(english.group(2), MONTHS.indexOf(english.group(1)) + 1));
        }
        Matcher chinese = MONTH_ZH.matcher(sentence);
        while (chinese.find()) {
            named.add(first(chinese.group(1), Integer.parseInt(chinese.group(2))));
        }
        Matcher digits = DAY.matcher(sentence);
        while (digits.find()) {
            LocalDate month = first(digits.group(1), digits.group(2) == null ? 1 : Integer.parseInt(digits.group(2)));
            named.add(digits.group(3) == null ? month : month.withDayOfMonth(Integer.parseInt(digits.group(3))));
        }
        return named.stream().filter(day::isBefore).toList();
    }

    private static LocalDate first(String year, int month) {
        return LocalDate.of(Integer.parseInt(year), month, 1);
    }

    @Provide
    Arbitrary<Map<String, String>> requests() {
        return Combinators.combine(
                        Arbitraries.of(Shipped.catalog().models().keySet()),
                        Arbitraries.of(
                                "2025-02-11",
                                "2025-05-20",
                                "2025-08-01",
                                "2025-09-15",
                                "2025-12-31",
                                "2026-01-13",
                                "2026-02-01",
                                "2026-05-31",
                                "2026-08-20"),
                        Arbitraries.of("CN", "HK", "US", "DE", "RU"),
                        Arbitraries.of("private", "state-funded", "multinational"),
                        Arbitraries.of("comply", "report"),
                        Arbitraries.of("evidence", "evidence", "founding"),
                        Arbitraries.of(Optional.<String>empty(), Optional.of("3000000CNY")))
                .as(AsOfPropertyTest::request);
    }

    private static Map<String, String> request(
            String model,
            String asOf,
            String jurisdiction,
            String buyer,
            String sanctions,
            String lens,
            Optional<String> budget) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "model", model,
                "as-of", asOf,
                "jurisdiction", jurisdiction,
                "buyer", buyer,
                "sanctions", sanctions,
                "lens", lens));
        budget.ifPresent(amount -> fields.put("budget", amount));
        return fields;
    }
}
