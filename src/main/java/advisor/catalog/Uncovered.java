package advisor.catalog;

import advisor.text.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Kinds of models that are not for this catalog, by what their makers call them: no near name is what was meant. */
enum Uncovered {
    CLOSED(
            "gpt-?[345](?!.*oss).*|chatgpt.*|o[134](-.*)?|claude.*|gemini.*|qwen-?(max|plus|turbo).*|doubao.*|mistral-medium.*",
            new Text(
                    "Its maker publishes no weights, so that it runs on the maker's own service alone: closed models are not covered.",
                    "其厂商未公开权重，只能使用厂商自己的服务：不涵盖闭源模型。")),
    VECTORS(
            ".*(embed|rerank).*|(bge|e5|gte|colbert)-.*",
            new Text(
                    "It turns texts into vectors or ranks and writes none: such models are not covered.",
                    "其输出为向量或排序而非文本：不涵盖此类模型。"));

    private final Pattern names;
    private final Text why;

    Uncovered(String names, Text why) {
        this.names = Pattern.compile(names);
        this.why = why;
    }

    /** Why a model of that name is not covered; empty if it may be one that is. */
    static Optional<Text> why(String name) {
        String model = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.names.matcher(model).matches())
                .map(kind -> kind.why)
                .findFirst();
    }
}
