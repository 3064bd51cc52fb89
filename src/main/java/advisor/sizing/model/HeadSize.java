package advisor.sizing.model;

import advisor.facts.model.ModelConfig;
import org.jspecify.annotations.Nullable;

/** How many values a head of attention has. */
final class HeadSize {
    private HeadSize() {}

    /** As given, else the hidden size shared out. */
    static @Nullable Integer of(ModelConfig config) {
        Integer given = config.attention().headDim();
        Integer hidden = config.hiddenSize();
        Integer heads = config.attention().heads();
        if (given != null || hidden == null || heads == null) {
            return given;
        }
        return hidden % heads == 0 ? hidden / heads : null;
    }
}
