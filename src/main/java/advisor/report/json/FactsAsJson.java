package advisor.report.json;

import advisor.facts.Candidate;
import advisor.facts.Layout;
import advisor.facts.Memory;
import advisor.facts.Performance;
import advisor.facts.Plan;
import advisor.facts.Power;
import advisor.facts.SpeedBasis;
import advisor.facts.machine.EngineRun;
import advisor.facts.offer.ServiceSpeed;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Interval;
import advisor.facts.unit.MoneyRange;
import advisor.text.Ids;
import advisor.text.Text;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Facts of the model as JSON. What is not known is {@code null}. */
public final class FactsAsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int SIGNIFICANT_DIGITS = 4;

    private FactsAsJson() {}

    static ObjectNode memory(Memory memory) {
        ObjectNode node = NODES.objectNode();
        put(node, "weightsBytes", memory.weights());
        put(node, "weightCopiesBytes", memory.weightCopies());
        put(node, "kvCacheBytes", memory.kvCache());
        put(node, "runtimeBytes", memory.runtime());
        put(node, "neededBytes", memory.needed());
        put(node, "usableBytes", memory.usable());
        put(node, "totalBytes", memory.total());
        node.put("kvCacheBytesPerToken", memory.kvCacheBytesPerToken());
        node.put("streamsThatFit", memory.streams());
        node.put("cacheTokensThatFit", memory.cacheTokens());
        node.put("weightsEstimated", memory.weightsEstimated());
        return node;
    }

    private static void put(ObjectNode node, String key, @Nullable Bytes bytes) {
        node.put(key, bytes == null ? null : bytes.count());
    }

    static ObjectNode plan(Plan plan) {
        ObjectNode node = NODES.objectNode();
        node.put("precision", Ids.of(plan.precision()));
        node.put("mode", Ids.of(plan.mode()));
        node.put("fidelity", Ids.of(plan.fidelity()));
        node.put("engine", plan.engine());
        node.put("engineSource", plan.source());
        node.put("speculativeTokens", plan.speculativeTokens());
        node.put("units", plan.units());
        node.put("unitStreams", plan.unitStreams());
        node.put("cramped", plan.cramped());
        node.put("fastEnough", plan.fastEnough());
        node.put("unitDevices", plan.unitDevices());
        node.put("devices", plan.devices());
        node.put("nodes", plan.nodes());
        node.set("layout", layout(plan.layout()));
        return node;
    }

    private static ObjectNode layout(Layout layout) {
        return NODES.objectNode()
                .put("tensorParallel", layout.tensorParallel())
                .put("dataParallel", layout.dataParallel())
                .put("pipelineStages", layout.pipelineStages())
                .put("idleDevices", layout.idleDevices());
    }

    static ObjectNode basis(SpeedBasis basis) {
        ObjectNode node = NODES.objectNode();
        ArrayNode unmeasured = node.putArray("neverMeasured");
        basis.unmeasured().forEach(aspect -> unmeasured.add(Ids.of(aspect)));
        ArrayNode nearest = node.putArray("nearestRuns");
        basis.nearest().forEach(near -> nearest.add(run(near)));
        return node;
    }

    private static ObjectNode run(SpeedBasis.Near near) {
        EngineRun run = near.run();
        return NODES.objectNode()
                .put("engine", near.engine().id())
                .put("model", run.model())
                .put("accelerator", run.accelerator())
                .put("devices", run.devices())
                .put("precision", Ids.of(run.precision()))
                .put("layout", run.layout())
                .put("streams", run.streams())
                .put("promptTokens", run.promptTokens())
                .put("outputTokens", run.outputTokens())
                .put("timeToFirstTokenMs", run.firstTokenMilliseconds())
                .put("timePerOutputTokenMs", run.tokenMilliseconds())
                .put("date", run.date().toString())
                .put("source", run.source());
    }

    static ObjectNode performance(Performance performance) {
        ObjectNode node = NODES.objectNode();
        node.set("tokensPerSecondPerUser", interval(performance.tokensPerSecondPerUser()));
        node.set("outputTokensPerSecond", interval(performance.outputTokensPerSecond()));
        node.set("concurrentStreams", interval(performance.concurrentStreams()));
        node.set("timeToFirstTokenSeconds", interval(performance.timeToFirstTokenSeconds()));
        node.set("measured", measured(performance.measured()));
        return node;
    }

    private static @Nullable ObjectNode measured(@Nullable ServiceSpeed measured) {
        return measured == null
                ? null
                : NODES.objectNode()
                        .put("of", measured.of().id())
                        .put("tokensPerSecond", measured.tokensPerSecond())
                        .put("firstTokenSeconds", measured.firstTokenSeconds())
                        .put("date", measured.date().toString())
                        .put("source", measured.source());
    }

    static @Nullable ObjectNode interval(@Nullable Interval interval) {
        if (interval == null) {
            return null;
        }
        ObjectNode node = NODES.objectNode();
        node.put("low", rounded(interval.low()));
        node.put("likely", rounded(interval.likely()));
        node.put("high", rounded(interval.high()));
        return node;
    }

    static ObjectNode power(Power power) {
        ObjectNode node = NODES.objectNode();
        Double devices = power.devicesKilowatts();
        Double machines = power.machinesKilowatts();
        Double allIn = power.allInKilowatts();
        node.put("devicesKw", devices == null ? null : rounded(devices));
        node.put("machinesKw", machines == null ? null : rounded(machines));
        node.put("allInKw", allIn == null ? null : rounded(allIn));
        node.put("allInEstimated", power.allInEstimated());
        return node;
    }

    /** What of a candidate's figures falls on one of its units. */
    static ObjectNode unit(Candidate candidate) {
        int units = candidate.plan().units();
        Double allIn = candidate.power().allInKilowatts();
        ObjectNode node = NODES.objectNode();
        node.put("neededBytes", share(candidate.memory().needed(), units));
        node.put("usableBytes", share(candidate.memory().usable(), units));
        node.put("allInKw", allIn == null ? null : rounded(allIn / units));
        node.set("upfront", share(candidate.cost().upfront(), units));
        node.set("total", share(candidate.cost().total(), units));
        return node;
    }

    private static @Nullable Long share(@Nullable Bytes bytes, int units) {
        return bytes == null ? null : (Long) (bytes.count() / units);
    }

    private static @Nullable ObjectNode share(@Nullable MoneyRange range, int units) {
        return range == null ? null : range(range.dividedBy(units));
    }

    static @Nullable ObjectNode range(@Nullable MoneyRange range) {
        if (range == null) {
            return null;
        }
        ObjectNode node = NODES.objectNode();
        node.put("low", whole(range.low().amount()));
        node.put("likely", whole(range.likely().amount()));
        node.put("high", whole(range.high().amount()));
        return node;
    }

    public static ObjectNode text(Text text) {
        return NODES.objectNode().put("en", text.en()).put("zh", text.zh());
    }

    public static ArrayNode texts(Collection<String> texts) {
        ArrayNode nodes = NODES.arrayNode();
        texts.forEach(nodes::add);
        return nodes;
    }

    public static long whole(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    public static BigDecimal rounded(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        int scale = Math.max(0, SIGNIFICANT_DIGITS - (exact.precision() - exact.scale()));
        return exact.setScale(scale, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
