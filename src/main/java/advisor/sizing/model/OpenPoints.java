package advisor.sizing.model;

import advisor.facts.model.Quantisation;
import advisor.text.Text;
import java.util.List;

/** How it is said what of a model's files is not understood, and what would settle it. */
final class OpenPoints {
    static final Text PACKED_FOR_MLX = new Text(
            "packed for MLX, which runs on Apple alone: other engines need another file of as many bits",
            "为 MLX 打包，只能在苹果设备上运行：其他引擎需要同位数的另一种文件");

    private static final Text INDEX = new Text(
            "; put model.safetensors.index.json beside the configuration and the bytes of the weights are known",
            "；把 model.safetensors.index.json 放在配置旁，即可得知权重字节数");

    private OpenPoints() {}

    /** @param settled whether the bytes of the weights are known from files already */
    static Text keys(List<String> keys, boolean settled) {
        String names = String.join(", ", keys);
        Text hint = settled ? new Text("", "") : INDEX;
        return new Text(
                "not understood here, and may change weights or cache: %s%s".formatted(names, hint.en()),
                "本程序不认识、可能影响权重或缓存：%s%s".formatted(names, hint.zh()));
    }

    static Text noBytes(Quantisation quantisation) {
        return !quantisation.counted()
                ? new Text(
                        "quantisation \"%s\" is not known%s".formatted(quantisation.method(), INDEX.en()),
                        "量化方式“%s”未知%s".formatted(quantisation.method(), INDEX.zh()))
                : new Text("the weights cannot be counted" + INDEX.en(), "无法计算权重" + INDEX.zh());
    }

    static Text noFormat(String name) {
        return new Text(
                "the format of the weights, \"%s\", is none that the advisor reckons with".formatted(name),
                "权重格式“%s”不在本程序所知之列".formatted(name));
    }

    /** A format by its method, and by its bits if its scheme is known. */
    static String name(Quantisation quantisation) {
        if (quantisation.scheme() == Quantisation.Scheme.EXL) {
            return "%s, %s bits".formatted(quantisation.method(), quantisation.bits() / (double) Packing.EXL_UNIT);
        }
        boolean counted = quantisation.scheme() != Quantisation.Scheme.UNKNOWN;
        return counted ? "%s, %s bits".formatted(quantisation.method(), quantisation.bits()) : quantisation.method();
    }
}
