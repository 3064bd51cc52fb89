package advisor.facts.unit;

import advisor.text.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A figure that no source gives, and without which another cannot be calculated. */
public enum Missing {
    MEMORY("the memory of a device", "单设备显存"),
    BANDWIDTH("the memory bandwidth of a device", "单设备显存带宽"),
    FP16_RATE("the FP16 rate of a device", "单设备 FP16 算力"),
    FP8_RATE("the FP8 rate of a device", "单设备 FP8 算力"),
    FP4_RATE("the FP4 rate of a device", "单设备 FP4 算力"),
    INT8_RATE("the INT8 rate of a device", "单设备 INT8 算力"),
    WEIGHTS("the size of the model's weights", "模型权重大小"),
    CACHE("the size of the model's cache", "模型缓存大小"),
    SHAPE("the model's shape", "模型结构"),
    ENGINE("an engine that runs the format", "可运行该格式的引擎"),
    PRICE("a price", "价格"),
    RENT("a rent", "租金"),
    OFFER("an offer of the model", "该模型的报价"),
    POWER("the power of a device", "单设备功率"),
    SERVICE_SPEED("the speed of the service", "服务的实测速度"),
    SERVICE_FIRST_TOKEN("the service's time to the first token", "服务的首个 token 用时");

    private final Text title;

    Missing(String en, String zh) {
        this.title = new Text(en, zh);
    }

    public Text title() {
        return title;
    }

    /** Several in a sentence, each once. */
    public static Text named(Collection<Missing> all) {
        return new Text(joined(all, title -> title.en(), ", ", " and "), joined(all, title -> title.zh(), "、", "和"));
    }

    private static String joined(
            Collection<Missing> all, Function<Text, String> language, String separator, String last) {
        List<String> names = new ArrayList<>(all.stream()
                .sorted()
                .distinct()
                .map(missing -> language.apply(missing.title))
                .toList());
        if (names.size() > 1) {
            String end = names.remove(names.size() - 1);
            names.set(names.size() - 1, names.get(names.size() - 1) + last + end);
        }
        return String.join(separator, names);
    }
}
