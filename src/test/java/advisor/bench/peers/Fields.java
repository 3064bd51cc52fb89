package advisor.bench.peers;

import advisor.facts.Privacy;
import advisor.facts.law.Buyer;
import advisor.facts.machine.FormFactor;
import advisor.facts.model.Precision;
import advisor.facts.offer.Channel;
import advisor.facts.offer.OptionKind;
import advisor.facts.offer.Warranty;
import advisor.facts.unit.Money;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields that the table's conditions read: those of the advisor's own facts. */
final class Fields {
    private static final Object[] YES_OR_NO = {false, true};

    static final Map<String, Field> OPTION = byName(
            Field.of("price", "cost.likelyOutlay", Money.class, 180000, 420000, 950000, 1500000, 2450000, 3600000)
                    .against("budget"),
            Field.of("devices", "option.devices", int.class, 1, 2, 4, 8, 16, 20),
            Field.of("nodes", "option.nodes", int.class, 1, 2, 3, 4).against("maxNodes"),
            Field.of("memoryGb", "memory.total.gigabytes", double.class, 192.0, 384.0, 640.0, 768.0, 1128.0, 1536.0),
            Field.of(
                    "bandwidth",
                    "accelerator.bandwidthGigabytesPerSecond",
                    double.class,
                    614.0,
                    1008.0,
                    2039.0,
                    3350.0,
                    4800.0),
            Field.of("link", "accelerator.linkGigabytesPerSecond", double.class, 32.0, 64.0, 200.0, 450.0, 900.0),
            Field.of("fp16", "accelerator.fp16Teraflops", double.class, 148.0, 312.0, 376.0, 989.0, 1307.0),
            Field.of("tdpWatts", "accelerator.tdpWatts", double.class, 300.0, 350.0, 400.0, 700.0, 750.0),
            Field.of("releaseYear", "accelerator.releaseYear", int.class, 2020, 2021, 2022, 2023, 2024, 2025),
            Field.of("powerKw", "power.allInKilowatts", double.class, 1.5, 3.2, 5.6, 7.8, 10.2, 14.4)
                    .against("maxPowerKw"),
            Field.of(
                            "speed",
                            "performance.likelyTokensPerSecondPerUser",
                            double.class,
                            4.5,
                            9.0,
                            15.0,
                            22.5,
                            31.0,
                            48.0)
                    .against("minSpeed"),
            Field.of("firstToken", "performance.likelyTimeToFirstTokenSeconds", double.class, 0.2, 0.7, 1.6, 4.0, 11.0),
            Field.of("kind", "option.kind", OptionKind.class),
            Field.of("channel", "option.channel", Channel.class),
            Field.of("warranty", "option.warranty", Warranty.class).against("warranty"),
            Field.of("vendor", "accelerator.vendor", String.class, "NVIDIA", "AMD", "Huawei", "Apple", "Intel"),
            Field.of("formFactor", "accelerator.formFactor", FormFactor.class),
            Field.of("precision", "plan.precision", Precision.class),
            Field.of("engine", "plan.engine", String.class, "vllm", "sglang", "ktransformers", "llama.cpp"),
            Field.of("fp8", "accelerator.nativeFp8", boolean.class, YES_OR_NO),
            Field.of("chinaVariant", "accelerator.chinaVariant", boolean.class, YES_OR_NO),
            Field.of("offloads", "memory.spilled", boolean.class, YES_OR_NO));

    static final Map<String, Field> REQUEST = byName(
            Field.of("budget", "budget", Money.class, 420000, 950000, 2450000, 3000000),
            Field.of("streams", "streams", int.class, 1, 4, 16, 64, 200),
            Field.of("promptTokens", "promptTokens", int.class, 1024, 4096, 16384, 65536),
            Field.of("outputTokens", "outputTokens", int.class, 256, 1024, 4096),
            Field.of("horizonMonths", "horizonMonths", int.class, 12, 24, 36, 60),
            Field.of("minSpeed", "minTokensPerSecond", double.class, 5.0, 10.0, 20.0, 40.0),
            Field.of("maxPowerKw", "maxPowerKilowatts", double.class, 2.0, 6.0, 12.0),
            Field.of("maxNodes", "maxNodes", int.class, 1, 2, 3),
            Field.of("warranty", "warranty", Warranty.class),
            Field.of("buyer", "buyer", Buyer.class),
            Field.of("privacy", "privacy", Privacy.class));

    private Fields() {}

    static Map<String, Field> of(Table.Owner owner) {
        return owner == Table.Owner.OPTION ? OPTION : REQUEST;
    }

    private static Map<String, Field> byName(Field... fields) {
        Map<String, Field> byName = new LinkedHashMap<>();
        Arrays.stream(fields).forEach(field -> byName.put(field.name(), field));
        return byName;
    }
}
