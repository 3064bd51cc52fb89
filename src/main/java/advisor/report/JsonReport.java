package advisor.report;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Verdict;
import advisor.model.Bytes;
import advisor.model.Candidate;
import advisor.model.Cost;
import advisor.model.Interval;
import advisor.model.Memory;
import advisor.model.Money;
import advisor.model.MoneyRange;
import advisor.model.Performance;
import advisor.model.Plan;
import advisor.model.Request;
import advisor.model.Text;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An advice as JSON, schema {@code advice/1}. Keys keep their order; the same advice gives the same bytes. */
public final class JsonReport {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int SIGNIFICANT_DIGITS = 4;

    private JsonReport() {}

    public static String of(Advice advice) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return MAPPER.writer(printer).writeValueAsString(advice(advice)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree cannot fail to be written.", e);
        }
    }

    private static ObjectNode advice(Advice advice) {
        ObjectNode node = NODES.objectNode();
        node.put("schema", "advice/1");
        node.put("decisionId", advice.decisionId());
        node.put("asOf", advice.request().asOf().toString());
        node.put("lens", id(advice.request().lens()));
        node.set("request", request(advice.request()));
        node.putObject("ruleBase").put("sha256", advice.rulesSha256()).put("rules", advice.ruleCount());
        node.putObject("catalog").put("sha256", advice.catalogSha256());
        node.put(
                "recommended",
                advice.recommended().map(first -> first.option().id()).orElse(null));
        node.set("notes", reasons(advice.notes()));
        ArrayNode verdicts = node.putArray("verdicts");
        advice.verdicts().forEach(verdict -> verdicts.add(verdict(verdict)));
        return node;
    }

    private static ObjectNode request(Request request) {
        ObjectNode node = NODES.objectNode();
        node.put("model", request.model());
        node.put("precisionFloor", id(request.precisionFloor()));
        node.put("streams", request.streams());
        node.put("promptTokens", request.promptTokens());
        node.put("outputTokens", request.outputTokens());
        node.put("minSpeed", request.minTokensPerSecond());
        Money budget = request.budget();
        if (budget == null) {
            node.putNull("budget");
        } else {
            node.putObject("budget")
                    .put("amount", whole(budget.amount()))
                    .put("currency", budget.currency().name());
        }
        node.put("horizonMonths", request.horizonMonths());
        node.put("jurisdiction", request.jurisdiction());
        node.put("buyer", id(request.buyer()));
        node.put("privacy", id(request.privacy()));
        node.put("warranty", id(request.warranty()));
        node.put("sanctions", id(request.sanctions()));
        node.put("fp8", id(request.fp8()));
        node.put("maxPowerKw", request.maxPowerKilowatts());
        node.put("maxNodes", request.maxNodes());
        node.set("defaultsApplied", texts(request.defaultsApplied()));
        return node;
    }

    private static ObjectNode verdict(OptionVerdict verdict) {
        Verdict best = verdict.best();
        Candidate candidate = best.candidate();
        ObjectNode node = NODES.objectNode();
        node.put("option", verdict.option().id());
        node.set("title", text(verdict.option().title()));
        node.put("kind", id(verdict.option().kind()));
        node.put("stance", best.stance().id());
        node.put("rank", verdict.rank());
        node.put("score", best.score());
        node.put("startScore", best.start());
        node.set("plan", plan(candidate.plan()));
        node.set("memory", memory(candidate.memory()));
        node.set("performance", performance(candidate.performance()));
        node.set("power", power(candidate));
        node.set("cost", cost(candidate.cost()));
        node.set("findings", reasons(best.reasons()));
        ArrayNode variants = node.putArray("variants");
        verdict.variants().forEach(variant -> variants.add(variant(variant)));
        return node;
    }

    private static ObjectNode plan(Plan plan) {
        ObjectNode node = NODES.objectNode();
        node.put("precision", id(plan.precision()));
        node.put("mode", id(plan.mode()));
        node.put("engine", plan.engine());
        node.put("devices", plan.devices());
        node.put("nodes", plan.nodes());
        return node;
    }

    private static ObjectNode memory(Memory memory) {
        ObjectNode node = NODES.objectNode();
        put(node, "weightsBytes", memory.weights());
        put(node, "kvCacheBytes", memory.kvCache());
        put(node, "runtimeBytes", memory.total() == null ? null : memory.runtime());
        put(node, "neededBytes", memory.needed());
        put(node, "usableBytes", memory.usable());
        put(node, "totalBytes", memory.total());
        node.put("kvCacheBytesPerToken", memory.kvCacheBytesPerToken());
        node.put("weightsEstimated", memory.weightsEstimated());
        return node;
    }

    private static void put(ObjectNode node, String key, @Nullable Bytes bytes) {
        node.put(key, bytes == null ? null : bytes.count());
    }

    private static ObjectNode performance(Performance performance) {
        ObjectNode node = NODES.objectNode();
        node.set("tokensPerSecondPerUser", interval(performance.tokensPerSecondPerUser()));
        node.set("outputTokensPerSecond", interval(performance.outputTokensPerSecond()));
        node.set("concurrentStreams", interval(performance.concurrentStreams()));
        node.set("timeToFirstTokenSeconds", interval(performance.timeToFirstTokenSeconds()));
        return node;
    }

    private static @Nullable ObjectNode interval(@Nullable Interval interval) {
        if (interval == null) {
            return null;
        }
        ObjectNode node = NODES.objectNode();
        node.put("low", rounded(interval.low()));
        node.put("likely", rounded(interval.likely()));
        node.put("high", rounded(interval.high()));
        return node;
    }

    private static ObjectNode power(Candidate candidate) {
        ObjectNode node = NODES.objectNode();
        Double devices = candidate.power().devicesKilowatts();
        Double allIn = candidate.power().allInKilowatts();
        node.put("devicesKw", devices == null ? null : rounded(devices));
        node.put("allInKw", allIn == null ? null : rounded(allIn));
        node.put("allInEstimated", candidate.power().allInEstimated());
        return node;
    }

    private static ObjectNode cost(Cost cost) {
        ObjectNode node = NODES.objectNode();
        MoneyRange any = cost.total() == null ? cost.monthly() : cost.total();
        node.put("currency", any == null ? null : any.currency().name());
        node.set("upfront", range(cost.upfront()));
        node.set("monthly", range(cost.monthly()));
        node.set("total", range(cost.total()));
        node.put("horizonMonths", cost.horizonMonths());
        node.put(
                "oldestQuote",
                cost.oldestQuote() == null ? null : cost.oldestQuote().toString());
        node.set("quotes", texts(cost.quotes()));
        return node;
    }

    private static @Nullable ObjectNode range(@Nullable MoneyRange range) {
        if (range == null) {
            return null;
        }
        ObjectNode node = NODES.objectNode();
        node.put("low", whole(range.low().amount()));
        node.put("likely", whole(range.likely().amount()));
        node.put("high", whole(range.high().amount()));
        return node;
    }

    private static ObjectNode variant(Verdict variant) {
        ObjectNode node = NODES.objectNode();
        node.put("precision", id(variant.candidate().precision()));
        node.put("mode", id(variant.candidate().plan().mode()));
        node.put("engine", variant.candidate().plan().engine());
        node.put("stance", variant.stance().id());
        node.put("score", variant.score());
        node.set("memory", memory(variant.candidate().memory()));
        ArrayNode findings = node.putArray("findings");
        variant.reasons().stream().map(reason -> reason.rule().id()).distinct().forEach(findings::add);
        variant.decisive().ifPresent(reason -> node.set("decisive", text(reason.text())));
        return node;
    }

    private static ArrayNode reasons(List<Reason> reasons) {
        ArrayNode nodes = NODES.arrayNode();
        reasons.forEach(reason -> nodes.add(reason(reason)));
        return nodes;
    }

    private static ObjectNode reason(Reason reason) {
        ObjectNode node = NODES.objectNode();
        node.put("rule", reason.rule().id());
        node.put("kind", id(reason.kind()));
        node.put("topic", reason.rule().topic());
        node.put("points", reason.points());
        node.set("text", text(reason.text()));
        node.set("sources", texts(reason.sources()));
        node.put("at", reason.rule().place());
        Reason.Correction corrects = reason.corrects();
        if (corrects != null) {
            ObjectNode corrected = node.putObject("corrects");
            corrected.put("rule", corrects.rule());
            corrected.set("text", corrects.text() == null ? null : text(corrects.text()));
        }
        return node;
    }

    private static ObjectNode text(Text text) {
        return NODES.objectNode().put("en", text.en()).put("zh", text.zh());
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode nodes = NODES.arrayNode();
        texts.forEach(nodes::add);
        return nodes;
    }

    private static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static long whole(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static BigDecimal rounded(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        int scale = Math.max(0, SIGNIFICANT_DIGITS - (exact.precision() - exact.scale()));
        return exact.setScale(scale, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
