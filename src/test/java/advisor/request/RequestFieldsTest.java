package advisor.request;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Candidate;
import advisor.facts.Lens;
import advisor.facts.Request;
import advisor.facts.unit.Parameters;
import advisor.text.Text;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestFieldsTest {
    private static final Map<String, String> GIVEN = Map.ofEntries(
            Map.entry("model", "m"),
            Map.entry("own", "2 x nvidia-rtx-4090, worth 3000USD, no warranty"),
            Map.entry("quote", "1 x a, 5USD, no warranty, dealer; 2 x b, 6EUR, dealer warranty, grey"),
            Map.entry("offers", "{id: mine}"),
            Map.entry("only-offers", "yes"),
            Map.entry("precision-floor", "int8"),
            Map.entry("preset", "agent"),
            Map.entry("streams", "20"),
            Map.entry("prompt-tokens", "30"),
            Map.entry("output-tokens", "40"),
            Map.entry("prefix-cache-share", "0.25"),
            Map.entry("min-speed", "12.5"),
            Map.entry("max-first-token", "2.5"),
            Map.entry("budget", "300000CNY"),
            Map.entry("currency", "CNY"),
            Map.entry("horizon", "24"),
            Map.entry("billing", "working-hours"),
            Map.entry("jurisdiction", "DE"),
            Map.entry("parent", "FR"),
            Map.entry("buyer", "state-funded"),
            Map.entry("privacy", "in-country"),
            Map.entry("warranty", "dealer"),
            Map.entry("sanctions", "report"),
            Map.entry("fp8", "native"),
            Map.entry("max-power-kw", "7.5"),
            Map.entry("max-nodes", "3"),
            Map.entry("memory-share", "0.95"),
            Map.entry("kv-format", "fp8"),
            Map.entry("layout", "tp2dp4"),
            Map.entry("batched-tokens", "4096"),
            Map.entry("speculative-tokens", "1"),
            Map.entry("as-of", "2026-01-02"),
            Map.entry("lens", "founding"),
            Map.entry("assume", "cost/busy-share=0.2"));

    /** A load is told in one way only. */
    private static final List<Map<String, String>> LOADS = List.of(
            Map.of("streams", "20"),
            Map.of("users", "2000", "active-share", "0.05"),
            Map.of("requests-per-day", "9000", "peak-factor", "2.5"));

    static List<RequestField<?>> fields() {
        return RequestFields.all();
    }

    @Test
    void everyPropertyOfARequestIsAFieldOfTheTable() {
        assertThat(RequestFields.all())
                .extracting(RequestField::property)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Request.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !name.equals("defaultsApplied"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void whatIsGivenIsReadIntoThePropertyAndWrittenAsItWasTyped(RequestField<?> field) throws Exception {
        Map<String, String> given = given(field);
        Request request = new RequestForm(given).request(Shipped.TODAY);
        assertThat(field.value(request))
                .isNotNull()
                .isEqualTo(Request.class.getMethod(field.property()).invoke(request));
        assertThat(field.text(request)).isEqualTo(given.get(field.name()));
        assertThat(request.defaultsApplied()).isSubsetOf("streams");
    }

    /** All fields that can be given together with one. */
    private static Map<String, String> given(RequestField<?> field) {
        Map<String, String> given = new TreeMap<>(GIVEN);
        given.remove("streams");
        given.putAll(LOADS.stream()
                .filter(load -> load.containsKey(field.name()))
                .findFirst()
                .orElse(LOADS.get(0)));
        return given;
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyFieldHasWordsInBothLanguages(RequestField<?> field) {
        List<Text> texts = new ArrayList<>(List.of(field.title(), field.help()));
        texts.addAll(field.choices().values());
        assertThat(texts).allSatisfy(text -> {
            assertThat(text.en()).isNotBlank().doesNotContain("%", "null");
            assertThat(text.zh()).isNotBlank().doesNotContain("%", "null");
        });
    }

    /** The default stands once, and what tells it takes it from there. */
    @ParameterizedTest
    @MethodSource("fields")
    void theDefaultIsToldInTheHelp(RequestField<?> field) {
        String absent = field.absentText();
        if (absent != null && !field.name().equals("warranty")) {
            assertThat(field.help().en()).endsWith("efault: " + absent + ".");
            assertThat(field.help().zh()).endsWith("默认 " + absent + "。");
        }
    }

    @Test
    void everyChoiceHasATitleAndTheDefaultIsTheFirst() {
        for (RequestField<?> field : RequestFields.all()) {
            assertThat(field.choices().values()).as(field.name()).allSatisfy(title -> assertThat(title.zh())
                    .containsPattern("\\p{IsHan}"));
            assertThat(field.choices().keySet().stream().findFirst().orElse(null))
                    .isEqualTo(field.type().choices().isEmpty() ? null : field.absentText());
        }
        assertThat(RequestTable.LENS.choices().keySet()).containsExactly("evidence", "founding");
        assertThat(RequestTable.LENS.absent()).isEqualTo(Lens.EVIDENCE);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyChangeThatALeverCanMakeHasASentence(RequestField<?> told) {
        Request request = new RequestForm(given(told)).request(Shipped.TODAY);
        LeverScope scope = new LeverScope(
                request,
                List.of(),
                Parameters.of(Shipped.catalog().parameters(Shipped.TODAY, Lens.EVIDENCE)),
                List.of(Shipped.TODAY, Shipped.TODAY.plusDays(1)));
        for (RequestField<?> field : RequestFields.asTried()) {
            boolean quantity = field.type().kind().decimals() != null;
            for (List<String> values : field.reach(scope)) {
                assertThat(values).as(field.name()).allSatisfy(value -> assertThat(field.change(
                                quantity
                                        ? moves(field.text(request), value)
                                        : field.type().choices().isEmpty() ? "later" : value))
                        .isNotNull());
            }
        }
    }

    /** To change the streams would be to tell the load twice. */
    @Test
    void whatTheLoadWasToldByIsWhatIsChanged() {
        assertThat(LOADS).allSatisfy(load -> {
            Map<String, String> given = new TreeMap<>(load);
            given.put("model", "m");
            LeverScope scope = new LeverScope(
                    new RequestForm(given).request(Shipped.TODAY), List.of(), Parameters.of(List.of()), List.of());
            assertThat(RequestFields.all())
                    .filteredOn(field ->
                            List.of("streams", "users", "requests-per-day").contains(field.name()))
                    .allSatisfy(field -> assertThat(field.reach(scope).isEmpty())
                            .as(field.name())
                            .isEqualTo(!load.containsKey(field.name())));
        });
    }

    private static String moves(String from, String to) {
        return Double.parseDouble(to) > Double.parseDouble(from) ? "more" : "less";
    }

    @Test
    void whatIsMaskedIsKnownByItsPropertyAndNotByItsName() {
        assertThat(RequestFields.maskable())
                .extracting(RequestField::name)
                .containsExactly("budget", "max-power-kw", "max-nodes");
        RequestField<?> budget = RequestTable.BUDGET;
        assertThat(budget.isReadAs(Request.class, "budget.amount")).isTrue();
        assertThat(budget.isReadAs(Request.class, "currency")).isTrue();
        assertThat(budget.isReadAs(Candidate.class, "cost.overBudgetShare")).isTrue();
        assertThat(budget.isReadAs(Candidate.class, "cost.budgetClass")).isFalse();
        assertThat(budget.isReadAs(Request.class, "streams")).isFalse();
    }
}
