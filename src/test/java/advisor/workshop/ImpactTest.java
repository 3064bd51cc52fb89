package advisor.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Finding;
import advisor.rules.RuleBook;
import advisor.rules.RuleLoader;
import advisor.rules.text.RuleDefinition;
import advisor.rules.text.RuleTexts;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Only what an edit touches is judged, and what comes of it is what comes of judging all. */
class ImpactTest {
    private static final long SEED = 20261130;
    private static final int SCENARIOS = 5;

    private static final UnaryOperator<String> NOTHING = text -> "";
    private static final UnaryOperator<String> POINTS = text -> text.replaceFirst("@points\\([^)]*\\)", "@points(-37)");
    private static final UnaryOperator<String> TURNED = text -> text.contains("==")
            ? text.replaceFirst("==(?! null)", "!=")
            : text.replaceFirst(" > ", " <= ").replaceFirst(" < ", " >= ");

    /** Drawn edits: a rule that is dropped, weighs otherwise, or asks for the contrary. */
    static Stream<Edit> edits() {
        Random random = new Random(SEED);
        List<RuleDefinition> rules = Shipped.rules().rules();
        List<RuleDefinition> concerns = rules.stream()
                .filter(rule -> rule.kind() == Finding.Kind.CONCERN)
                .toList();
        return IntStream.range(0, 9).mapToObj(i -> {
            List<RuleDefinition> some = i % 3 == 1 ? concerns : rules;
            return new Edit(
                    some.get(random.nextInt(some.size())),
                    List.of(NOTHING, POINTS, TURNED).get(i % 3),
                    random.nextLong());
        });
    }

    record Edit(RuleDefinition rule, UnaryOperator<String> of, long seed) {
        RuleBook book() {
            RuleTexts texts = Shipped.rules().texts();
            String written = texts.of(rule);
            SortedMap<String, String> files = new TreeMap<>(texts.files());
            files.computeIfPresent(rule.file(), (name, text) -> text.replace(written, of.apply(written)));
            return RuleLoader.of(new RuleTexts(texts.folder(), files), Shipped.compiler());
        }

        /** Some of the rule's own topic, and some of all. */
        List<Scenario> scenarios() {
            Random random = new Random(seed);
            List<Scenario> all = Shipped.workshop().scenarios();
            List<Scenario> near = all.stream()
                    .filter(scenario -> scenario.place().contains("/" + rule.topic() + ".yaml"))
                    .toList();
            return IntStream.range(0, SCENARIOS)
                    .mapToObj(i -> i % 2 == 0 && !near.isEmpty() ? near : all)
                    .map(some -> some.get(random.nextInt(some.size())))
                    .toList();
        }

        @Override
        public String toString() {
            return rule.id();
        }
    }

    @ParameterizedTest
    @MethodSource("edits")
    void whatAnEditDoesIsWhatComesOfJudgingAll(Edit edit) {
        changes(edit);
    }

    /** Of one that is felt nearly everywhere, so that the others do not agree on nothing alone. */
    @Test
    void anEditThatIsFeltIsFound() {
        RuleDefinition dear = Objects.requireNonNull(Shipped.rules().rule("money/far-dearer"));
        assertThat(changes(new Edit(dear, POINTS, SEED))).isNotEmpty();
        assertThat(changes(new Edit(dear, NOTHING, SEED))).anyMatch(Impact.Change::flips);
    }

    private static List<Impact.Change> changes(Edit edit) {
        List<Scenario> scenarios = edit.scenarios();
        Workshop before = workshop(Shipped.rules(), scenarios);
        RuleBook edited = edit.book();
        Impact all = Impact.ofCatalogs(before, workshop(edited, scenarios));
        Impact touched = Impact.ofRules(before, edited, scenarios);
        assertThat(touched.changes()).isEqualTo(all.changes());
        assertThat(touched.firsts()).isEqualTo(all.firsts());
        assertThat(touched.requests()).isEqualTo(all.requests());
        return touched.changes();
    }

    private static Workshop workshop(RuleBook rules, List<Scenario> scenarios) {
        return new Workshop(Shipped.catalog(), rules, scenarios);
    }

    /** Nothing is judged for a comment, or for a sentence that says the same otherwise. */
    @Test
    void whatNoVerdictRestsOnIsNotJudged() {
        RuleDefinition rule = Shipped.rules().rules().get(0);
        Edit reworded = new Edit(rule, text -> text.replaceFirst("@en\\(\"", "@en(\"Note: "), SEED);
        List<Scenario> scenarios = reworded.scenarios();
        Impact impact = Impact.ofRules(workshop(Shipped.rules(), scenarios), reworded.book(), scenarios);
        assertThat(impact.judged()).isZero();
        assertThat(impact.changes()).isEmpty();
    }
}
