package advisor;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.Assessment;
import advisor.advice.OptionVerdict;
import advisor.advice.hole.HoleSearch;
import advisor.advice.survey.SensitivityAnalysis;
import advisor.cache.Cache;
import advisor.catalog.Catalog;
import advisor.catalog.CatalogLoader;
import advisor.facts.Request;
import advisor.request.Question;
import advisor.request.RequestForm;
import advisor.rules.LoadedRules;
import advisor.rules.RuleBook;
import advisor.rules.RuleLoader;
import advisor.rules.compile.RuleCompiler;
import advisor.sizing.plan.Sizings;
import advisor.text.Layers;
import advisor.workshop.ScenarioFiles;
import advisor.workshop.Workshop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The catalog and rules of this repository, loaded once for all tests. */
public final class Shipped {
    public static final Path RULES = Path.of("rules");
    public static final Path CATALOG = Path.of("catalog");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final Catalog SHIPPED_CATALOG = CatalogLoader.load(CATALOG);

    private Shipped() {}

    /** For the tests that judge; those of sizes have no need of rules, which take ten times as long to load. */
    private static final class Judging {
        private static final LoadedRules LOADED = loaded();
        private static final RuleBook RULE_BOOK = Objects.requireNonNull(LOADED.book());

        /** Kept, so that what was laid out for one test is not for the next. */
        private static final Advisor ADVISOR = new Advisor(SHIPPED_CATALOG, RULE_BOOK);

        private static final Workshop WORKSHOP = new Workshop(SHIPPED_CATALOG, RULE_BOOK, ScenarioFiles.read(RULES));
    }

    public static Catalog catalog() {
        return SHIPPED_CATALOG;
    }

    /** What was compiled in another process of the tests is not again: all rules take longer than most tests. */
    public static RuleCompiler compiler() {
        return new RuleCompiler(Cache.ofUser());
    }

    /** Of the processes of the tests one compiles, and the other waits for what it made. */
    private static LoadedRules loaded() {
        try {
            Path lock = Path.of("target/rules.lock");
            Files.createDirectories(lock.getParent());
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                return RuleLoader.tryLoad(Layers.ofRules(RULES), compiler());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RuleBook rules() {
        return Judging.RULE_BOOK;
    }

    /** The same, with what was found amiss while they were read. */
    static LoadedRules loadedRules() {
        return Judging.LOADED;
    }

    /** All scenarios; what they came to is kept for other tests. */
    public static Workshop workshop() {
        return Judging.WORKSHOP;
    }

    /** As {@link #advise(String...)}, with what the rules looked at. */
    public static Assessment assess(String... namesAndValues) {
        return assess(fields(namesAndValues));
    }

    public static Assessment assess(Map<String, String> fields) {
        return Judging.ADVISOR.assess(Question.of(fields, TODAY));
    }

    /** The request of fields in turn. */
    public static Request request(String... namesAndValues) {
        return new RequestForm(fields(namesAndValues)).request(TODAY);
    }

    /** The advice for fields in turn: name, value, name, value … */
    public static Advice advise(String... namesAndValues) {
        return advise(fields(namesAndValues));
    }

    static Map<String, String> fields(String... namesAndValues) {
        Map<String, String> fields = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    public static Advice advise(Map<String, String> fields) {
        Advice advice = assess(fields).advice();
        AdviceJson.check(advice);
        return advice;
    }

    /** The same with whether it stands over what is uncertain, and with what is not known and would turn it. */
    public static Advice answer(Map<String, String> fields) {
        Question question = Question.of(fields, TODAY);
        Advisor advisor = Judging.ADVISOR.knowing(question);
        Advice advice = advisor.assess(question).advice();
        Sizings sizings = advisor.sizings(advice);
        Advice analysed =
                SensitivityAnalysis.sharing(sizings, advisor.catalog(), rules()).analysed(advice);
        Advice answer = HoleSearch.searched(analysed, advisor.catalog(), rules(), sizings);
        AdviceJson.check(answer);
        return answer;
    }

    public static OptionVerdict verdict(Advice advice, String option) {
        return advice.verdicts().stream()
                .filter(verdict -> verdict.option().id().equals(option))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no verdict on " + option));
    }
}
