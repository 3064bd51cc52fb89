package advisor.catalog;

import advisor.catalog.DatedParameter.Bounds;
import advisor.catalog.yaml.Section;
import advisor.facts.machine.FormFactor;
import advisor.facts.offer.Countries;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Bytes;
import advisor.text.Text;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What figures of devices may be, in the catalog and in a request: beyond that a digit, a unit or a sign slipped. */
public final class Plausible {
    /** From the least of any device on sale to several times the most. */
    private static final Map<String, Bounds> FIGURES = Map.of(
            "memory_gb", new Bounds(4, 2_000),
            "memory_bytes", new Bounds(4e9, 2e12),
            "bandwidth_gb_s", new Bounds(50, 40_000),
            "link_gb_s", new Bounds(4, 4_000),
            "fp16_tflops", new Bounds(5, 20_000),
            "fp8_tflops", new Bounds(5, 40_000),
            "fp4_tflops", new Bounds(5, 80_000),
            "int8_tops", new Bounds(5, 40_000),
            "tdp_w", new Bounds(10, 3_000),
            "all_in_kw", new Bounds(0.05, 10));

    /** What is reported lies near what is printed: a gigabyte may have been counted in either way. */
    private static final Bounds REPORTED_SHARE = new Bounds(0.85, 1.15);

    /** How often a second the memory can be read: of cards on sale 4 to 60 times, of machines that share a host's 1 to 5. */
    private static final Bounds READ_BY_CARD = new Bounds(1, 150);

    private static final Bounds READ_BY_HOST = new Bounds(0.2, 150);

    private static final Set<FormFactor> WITH_HOST_MEMORY = EnumSet.of(FormFactor.DESKTOP, FormFactor.HOST);

    private static final Bounds ANY = new Bounds(-Double.MAX_VALUE, Double.MAX_VALUE);

    private Plausible() {}

    /**
     * The least and the most that a device on sale may have of a quantity.
     *
     * @param quantity name of a figure in the catalog, as {@code memory_gb}, which tells its unit; of any other, none is
     *     refused
     */
    public static Bounds bounds(String quantity) {
        return FIGURES.getOrDefault(quantity, ANY);
    }

    /** Refuses a value of a quantity that no device has. */
    static void figure(Section value, String quantity) {
        Double number = FIGURES.containsKey(quantity) ? value.optionalNumber("value") : null;
        Bounds bounds = bounds(quantity);
        if (number != null && !bounds.accept(number)) {
            value.problem(
                    "value",
                    new Text("The %s (%s) must be %s to %s.", "%s（%s）须在 %s 至 %s 之间。")
                            .with(quantity, plain(number), plain(bounds.least()), plain(bounds.most())),
                    new Text("Maybe another unit?", "单位或位数可能有误。"));
        }
    }

    /** Refuses a memory that is printed and one that is reported which cannot be of one device. */
    static void memory(Section accelerator, @Nullable Bytes printed, @Nullable Bytes reported) {
        if (printed != null
                && reported != null
                && !REPORTED_SHARE.accept((double) reported.count() / printed.count())) {
            accelerator.problem(
                    "memory_bytes",
                    new Text(
                                    "The memory that is reported (%s GB) is not that which is printed (%s GB).",
                                    "实报显存（%s GB）与标称显存（%s GB）不符。")
                            .with(plain(reported.gigabytes()), plain(printed.gigabytes())),
                    new Text("One of them is of another device.", "两者不属于同一设备。"));
        }
    }

    /** Refuses a narrower format that is computed slower than a wider one: no device does. */
    static void formats(Section accelerator, @Nullable Double fp16, @Nullable Double fp8, @Nullable Double fp4) {
        notBelow(accelerator, "fp8_tflops", fp8, "fp16_tflops", fp16);
        notBelow(accelerator, "fp4_tflops", fp4, "fp8_tflops", fp8);
    }

    private static void notBelow(
            Section accelerator, String narrow, @Nullable Double value, String wide, @Nullable Double other) {
        if (value != null && other != null && value < other) {
            accelerator.problem(
                    narrow,
                    new Text("The %s (%s) must not be below the %s (%s).", "%s（%s）不得低于 %s（%s）。")
                            .with(narrow, plain(value), wide, plain(other)),
                    new Text("A narrower format is computed at least as fast.", "位宽更窄的格式不会更慢。"));
        }
    }

    /** Refuses a memory and a bandwidth that no device has together. */
    static void bandwidth(Section accelerator, FormFactor form, @Nullable Bytes memory, @Nullable Double bandwidth) {
        Bounds shares = WITH_HOST_MEMORY.contains(form) ? READ_BY_HOST : READ_BY_CARD;
        if (memory != null
                && bandwidth != null
                && memory.count() > 0
                && !shares.accept(bandwidth / memory.gigabytes())) {
            accelerator.problem(
                    "bandwidth_gb_s",
                    new Text(
                                    "The bandwidth_gb_s (%s) must be %s to %s times the memory_gb (%s) of a device of this form.",
                                    "此类设备的 bandwidth_gb_s（%1$s）须为 memory_gb（%4$s）的 %2$s 至 %3$s 倍。")
                            .with(
                                    plain(bandwidth),
                                    plain(shares.least()),
                                    plain(shares.most()),
                                    plain(memory.gigabytes())),
                    new Text("Maybe a digit too many in one of them?", "其中之一可能多了或少了一位。"));
        }
    }

    /** Refuses what is no code of a country: it would concern nobody. */
    static void countries(Section section, String key, Collection<String> codes) {
        codes.stream()
                .filter(code -> !Countries.exists(code))
                .forEach(code -> section.problem(
                        key,
                        new Text("The country (%s) is not a code of ISO 3166.", "国家（%s）不是 ISO 3166 代码。").with(code),
                        new Text("Two capital letters, as in CN.", "两位大写字母，如 CN。")));
    }

    /** Refuses devices that are none, or that cannot be shared out to their nodes. */
    static void machine(Section option, int devices, int nodes) {
        boolean counted = isWhole(option.optionalText("count")) && isWhole(option.optionalText("nodes"));
        boolean shared = devices > 0 && devices <= DeploymentOption.MOST_DEVICES && nodes > 0 && devices % nodes == 0;
        if (counted && !shared) {
            option.problem(
                    "count",
                    new Text(
                                    "The count (%s) must be above 0, %s at most, and a multiple of the nodes (%s).",
                                    "卡数（%s）须大于 0、至多 %s，且为节点数（%s）的整数倍。")
                            .with(devices, DeploymentOption.MOST_DEVICES, nodes),
                    Text.NONE);
        }
    }

    /** Other sizes; refuses those that are none, stand in no order, are the count, or are of several nodes. */
    static List<Integer> sizes(Section option, int devices, int nodes) {
        List<Integer> sizes = option.integers("sizes");
        boolean ascending = sizes.equals(sizes.stream().sorted().distinct().toList());
        boolean others = sizes.stream().allMatch(size -> size > 0 && size != devices);
        if (sizes.isEmpty() || devices > 0 && nodes == 1 && ascending && others) {
            return sizes;
        }
        option.problem(
                "sizes",
                new Text(
                                "The sizes (%s) must be above 0, ascending and other than the count (%s), of one node.",
                                "其他规格 sizes（%s）须大于 0、由小到大、不含 count（%s），且只用于单节点。")
                        .with(sizes, devices),
                new Text("Maybe sizes: [1, 2, 4] beside count: 8?", "例如 count: 8 时写 sizes: [1, 2, 4]。"));
        return List.of();
    }

    /** What is no number was told already. */
    private static boolean isWhole(@Nullable String text) {
        return text != null && text.matches("-?\\d+");
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
