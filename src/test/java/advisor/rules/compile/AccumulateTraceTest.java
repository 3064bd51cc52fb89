package advisor.rules.compile;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.facts.Lens;
import advisor.facts.unit.Parameter;
import advisor.rules.RuleBook;
import advisor.rules.explain.ConditionTrace;
import advisor.rules.explain.Facts;
import advisor.rules.explain.RuleCondition.Kind;
import advisor.rules.explain.RuleLogic;
import advisor.rules.explain.Tracer;
import advisor.rules.explain.Walk;
import advisor.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is calculated over many facts is taken apart: what was searched, what was found, and what came of it. */
class AccumulateTraceTest {
    private static final LocalDate DAY = LocalDate.of(2025, 2, 11);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"10, true", "11, false"})
    void theSumOfWhatWasFoundDecides(int limit, boolean fires) throws IOException {
        RuleBook book = book("accumulate( Parameter( value > 1, $v : value ); $sum : sum($v); $sum > " + limit + " )");
        List<Parameter> facts = List.of(parameter(1), parameter(4), parameter(7));
        assertThat(book.judge(facts, Lens.EVIDENCE, DAY).firings()).hasSize(fires ? 1 : 0);
        List<ConditionTrace> trace = trace(book, facts);
        ConditionTrace searched = of(Kind.ACCUMULATE, trace);
        assertThat(searched.searched()).isEqualTo(3);
        assertThat(searched.found()).isEqualTo(2);
        assertThat(searched.holds()).isTrue();
        assertThat(searched.operands()).singleElement().satisfies(sum -> {
            assertThat(sum.path()).isEqualTo("$sum");
            assertThat(sum.value()).isEqualTo(11.0);
        });
        assertThat(trace)
                .filteredOn(one -> one.condition().kind() == Kind.CONSTRAINT
                        && one.condition().within() == null)
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.condition().text()).contains("$sum >");
                    assertThat(result.holds()).isEqualTo(fires);
                });
    }

    @Test
    void theLargestOfNothingIsNoneAndACountIsZero() throws IOException {
        RuleBook most = book("accumulate( Parameter( value > 9, $v : value ); $most : max($v) )");
        List<Parameter> facts = List.of(parameter(4));
        assertThat(of(Kind.ACCUMULATE, trace(most, facts)).holds()).isFalse();
        assertThat(most.judge(facts, Lens.EVIDENCE, DAY).firings()).isEmpty();
        RuleBook count = book("accumulate( $p : Parameter( value > 9 ); $count : count($p) )");
        assertThat(of(Kind.ACCUMULATE, trace(count, facts)).holds()).isTrue();
        assertThat(count.judge(facts, Lens.EVIDENCE, DAY).firings()).hasSize(1);
    }

    @Test
    void coverageSeesWhatIsInside() throws IOException {
        RuleBook book = book("accumulate( Parameter( value > 1, $v : value ); $sum : sum($v); $sum > 10 )");
        List<String> tried = new ArrayList<>();
        Walk.over(
                logic(book),
                new Facts(List.of(parameter(4))),
                (condition, holds) -> tried.add(condition.kind() + " " + holds));
        assertThat(tried).contains("ACCUMULATE true", "CONSTRAINT true", "CONSTRAINT false");
    }

    private static ConditionTrace of(Kind kind, List<ConditionTrace> trace) {
        return trace.stream()
                .filter(one -> one.condition().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static List<ConditionTrace> trace(RuleBook book, List<Parameter> facts) {
        return Tracer.trace(logic(book), new Facts(facts), null);
    }

    private static RuleLogic logic(RuleBook book) {
        return book.logic().get(0);
    }

    private static Parameter parameter(double value) {
        return new Parameter("power/of-" + value, value, "kW", new Text("power", "功率"), DAY, "source");
    }

    private RuleBook book(String when) throws IOException {
        Files.writeString(
                folder.resolve("power.drl"),
                """
                // Power: is it much?

                rule "power/much"
                    @source("advisor-judgement")
                    @en("much")
                    @zh("多")
                when
                    %s
                then
                    insertLogical(Finding.remark());
                end
                """
                        .formatted(when));
        return RuleBook.load(folder, new RuleCompiler());
    }
}
