package advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.advice.Advice;
import advisor.advice.Factor;
import advisor.advice.Stance;
import advisor.facts.Finding;
import advisor.facts.Fp8Demand;
import advisor.facts.Lens;
import advisor.facts.Privacy;
import advisor.facts.Sanctions;
import advisor.facts.law.Buyer;
import advisor.facts.machine.ComputeMode;
import advisor.facts.model.Precision;
import advisor.facts.model.PrecisionFloor;
import advisor.facts.offer.Billing;
import advisor.facts.offer.OptionKind;
import advisor.facts.offer.Warranty;
import advisor.report.json.JsonReport;
import advisor.text.Ids;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped schema of the advice says exactly what an advice is, and a fault of one does not pass by it. */
class AdviceJsonTest {
    private static final Advice ADVICE = Shipped.advise("model", "deepseek-r1", "budget", "3000000CNY");

    /** What the server adds, and what only some parts of formulas, findings, variants, parts of costs, comparisons and parameters have. */
    private static final Set<String> OPTIONAL = new TreeSet<>(Set.of(
            "question",
            "uncertain",
            "unmeasured",
            "source",
            "parameter",
            "asPrinted",
            "confidence",
            "date",
            "corrects",
            "decisive",
            "upfront",
            "monthly",
            "later",
            "breakEvenTokensPerMonth",
            "streamsOfOne",
            "breakEvenStreams",
            "breakEvenMonths",
            "low",
            "measured",
            "high"));

    /** Where the schema lists the constants of a type. */
    static Stream<Map.Entry<String, Class<? extends Enum<?>>>> lists() {
        return Map.<String, Class<? extends Enum<?>>>ofEntries(
                Map.entry("/properties/lens", Lens.class),
                Map.entry("/$defs/Stance", Stance.class),
                Map.entry("/$defs/Precision", Precision.class),
                Map.entry("/$defs/Mode", ComputeMode.class),
                Map.entry("/$defs/Verdict/properties/kind", OptionKind.class),
                Map.entry("/$defs/Finding/properties/kind", Finding.Kind.class),
                Map.entry("/$defs/Sensitivity/properties/decisive", Factor.class),
                Map.entry("/$defs/Request/properties/precisionFloor", PrecisionFloor.class),
                Map.entry("/$defs/Request/properties/billing", Billing.class),
                Map.entry("/$defs/Request/properties/buyer", Buyer.class),
                Map.entry("/$defs/Request/properties/privacy", Privacy.class),
                Map.entry("/$defs/Request/properties/warranty", Warranty.class),
                Map.entry("/$defs/Request/properties/sanctions", Sanctions.class),
                Map.entry("/$defs/Request/properties/fp8", Fp8Demand.class))
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everyListOfTheSchemaHasTheConstantsOfItsType(Map.Entry<String, Class<? extends Enum<?>>> list) {
        assertThat(AdviceJson.ROOT.at(list.getKey()).path("enum"))
                .as(list.getKey())
                .filteredOn(constant -> !constant.isNull())
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(Stream.of(list.getValue().getEnumConstants())
                        .map(Ids::of)
                        .toArray(String[]::new));
    }

    /** A rule that speaks of two exporters counts twice, so it is named twice. */
    @Test
    void theScoreOfEveryVariantAddsUp() {
        JsonNode advice = JsonReport.tree(Shipped.advise(
                "model", "qwen3-235b-a22b",
                "as-of", "2030-01-01",
                "jurisdiction", "CN",
                "buyer", "state-funded",
                "sanctions", "report"));
        Map<String, Integer> points = new HashMap<>();
        advice.findValues("findings")
                .forEach(list -> list.forEach(finding -> {
                    if (finding.isObject()) {
                        points.put(
                                finding.path("rule").asText(),
                                finding.path("points").asInt());
                    }
                }));
        List<String> twice = new ArrayList<>();
        for (JsonNode verdict : advice.path("verdicts")) {
            for (JsonNode variant : verdict.path("variants")) {
                List<String> rules = new ArrayList<>();
                variant.path("findings").forEach(rule -> rules.add(rule.asText()));
                if (points.keySet().containsAll(rules)) {
                    assertThat(verdict.path("startScore").asInt()
                                    + rules.stream().mapToInt(points::get).sum())
                            .as(variant.toString())
                            .isEqualTo(variant.path("score").asInt());
                }
                rules.stream()
                        .filter(rule -> Collections.frequency(rules, rule) > 1)
                        .forEach(twice::add);
            }
        }
        assertThat(twice).contains("supply/barred-reported");
    }

    @Test
    void theSchemaIsOneOfTheDialectThatItNames() {
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(SchemaLocation.of(
                                AdviceJson.ROOT.path("$schema").asText()))
                        .validate(AdviceJson.ROOT))
                .isEmpty();
    }

    @Test
    void everyObjectOfTheSchemaIsClosedAndMayLackOnlyWhatNotEveryAdviceHas() {
        List<JsonNode> objects = new ArrayList<>();
        collect(AdviceJson.ROOT, objects);
        assertThat(objects).hasSizeGreaterThan(20).allSatisfy(object -> assertThat(
                        object.path("additionalProperties").asText())
                .isEqualTo("false"));
        Set<String> optional = new TreeSet<>();
        for (JsonNode object : objects) {
            Set<String> names = new TreeSet<>();
            object.path("properties").fieldNames().forEachRemaining(names::add);
            object.path("required").forEach(name -> names.remove(name.asText()));
            optional.addAll(names);
        }
        assertThat(optional).isEqualTo(OPTIONAL);
    }

    private static void collect(JsonNode schema, List<JsonNode> objects) {
        if (schema.has("type") && schema.has("properties")) {
            objects.add(schema);
        }
        schema.forEach(part -> collect(part, objects));
    }

    @Test
    void aLoadInWordsIsToldWithItsFormulas() {
        Advice advice = Shipped.advise("model", "qwen3-8b", "users", "2000", "active-share", "0.05", "preset", "code");
        ObjectNode json = JsonReport.tree(advice);
        assertThat(AdviceJson.faults(json)).isEmpty();
        assertThat(json.at("/request/streams").asInt()).isEqualTo(100);
        assertThat(json.path("load"))
                .extracting(entry -> entry.path("field").asText())
                .containsExactly("promptTokens", "outputTokens", "prefixCacheShare", "streams", "requestsPerDay");
        assertThat(json.at("/load/0/formula/parameter").asText()).isEqualTo("load/code-prompt-tokens");
        assertThat(json.at("/load/3/formula/operator").asText()).isEqualTo("product");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | decisionId | | required",
                "'' | asOf | \"tomorrow\" | pattern",
                "'' | more | 1 | additional",
                "/request | streams | \"many\" | type",
                "/ruleBase | sha256 | \"0\" | pattern",
                "/verdicts/0 | stance | \"good\" | enum",
                "/verdicts/0/findings/0 | sources | [] | minItems",
                "/verdicts/0/memory | neededBytes | -1 | minimum",
                "/verdicts/0/cost | comparisons | [{\"with\": \"nothing\"}] | required",
                "/verdicts/0/findings/0/text | zh | | required",
                "/answer | nextBest | | required",
                "/answer | do | [] | minItems",
                "/answer/do/0 | zh | | required",
            })
    void aFaultOfAnAdviceIsSeen(String at, String field, String value, String kind) throws Exception {
        ObjectNode advice = JsonReport.tree(ADVICE);
        assertThat(AdviceJson.faults(advice)).isEmpty();
        ObjectNode owner = (ObjectNode) advice.at(at);
        if (value == null) {
            owner.remove(field);
        } else {
            owner.set(field, new JsonMapper().readTree(value));
        }
        assertThat(AdviceJson.faults(advice)).isNotEmpty().allSatisfy(fault -> assertThat(fault.getType())
                .containsIgnoringCase(kind));
        assertThatThrownBy(() -> AdviceJson.checked(JsonReport.print(advice))).isInstanceOf(AssertionError.class);
        String lines = JsonReport.line(JsonReport.tree(ADVICE)) + "\n" + JsonReport.line(advice) + "\n";
        assertThatThrownBy(() -> AdviceJson.checked(lines)).isInstanceOf(AssertionError.class);
    }
}
