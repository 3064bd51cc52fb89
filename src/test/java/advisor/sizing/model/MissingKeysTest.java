package advisor.sizing.model;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.facts.model.ModelSize;
import advisor.sizing.Fixture;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A configuration that says less never makes a model smaller: what it leaves out is not known. */
class MissingKeysTest {
    /** A prediction module, and scales of blocks, which a configuration leaves out because there are none. */
    private static final double LEFT_OUT = 0.05;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Parameters, those of a token, and what the cache takes of one. */
    private static final List<Function<ModelSize, @Nullable Long>> FIGURES = List.of(
            ModelSize::totalParameters, ModelSize::activeParameters, MissingKeysTest::bytes, size -> size.attention()
                    .bytesPerToken());

    @TempDir
    Path folder;

    static Stream<String> models() {
        return Fixture.names().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void noKeyThatIsLeftOutMakesTheModelSmaller(String model) throws IOException {
        ModelSize whole = Fixture.size(model);
        JsonNode config = JSON.readTree(Fixture.file(model).toFile());
        List<String> smaller = new ArrayList<>();
        for (ObjectNode without : without(config)) {
            ModelSize size = Fixture.sizeOf(folder, without.toString());
            FIGURES.forEach(figure -> {
                Long was = figure.apply(whole);
                Long is = figure.apply(size);
                if (was != null && is != null && is < was * (1 - LEFT_OUT)) {
                    smaller.add("%s instead of %s without %s".formatted(is, was, leftOut(config, without)));
                }
            });
        }
        assertThat(smaller).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "qwen3-235b-a22b, num_experts",
        "qwen3-235b-a22b, head_dim",
        "qwen3-235b-a22b, num_key_value_heads",
        "minimax-m2.5, num_local_experts",
        "gpt-oss-120b, head_dim",
        "deepseek-r1, n_routed_experts",
        "deepseek-r1, moe_intermediate_size",
        "deepseek-r1, first_k_dense_replace",
        "deepseek-r1, n_shared_experts",
        "deepseek-r1, q_lora_rank",
        "deepseek-r1, kv_lora_rank",
        "deepseek-v3.2, index_n_heads",
        "qwen3-next-80b-a3b, full_attention_interval",
    })
    void aKeyThatTheArchitectureNeedsIsAskedFor(String model, String key) throws IOException {
        ObjectNode config = (ObjectNode) JSON.readTree(Fixture.file(model).toFile());
        config.remove(key);
        ModelSize size = Fixture.sizeOf(folder, config.toString());
        assertThat(size.totalParameters()).isNull();
        String asked = key.endsWith("experts") && !key.contains("shared") ? "num_experts" : key;
        assertThat(size.unknown()).anyMatch(doubt -> doubt.reason().en().contains(asked));
    }

    private static @Nullable Long bytes(ModelSize size) {
        return size.checkpoint() == null
                ? null
                : Long.valueOf(Objects.requireNonNull(size.checkpoint()).count());
    }

    /**
     * The configuration without each of its keys in turn, those within its text part included. A part for images that is
     * not described is an open point.
     */
    private static List<ObjectNode> without(JsonNode config) {
        List<ObjectNode> all = new ArrayList<>();
        config.fieldNames().forEachRemaining(key -> {
            ObjectNode copy = config.deepCopy();
            copy.remove(key);
            if (key.equals("vision_config")) {
                return;
            }
            all.add(copy);
            if (config.get(key).isObject()) {
                config.get(key).fieldNames().forEachRemaining(inner -> {
                    ObjectNode other = config.deepCopy();
                    ((ObjectNode) other.get(key)).remove(inner);
                    all.add(other);
                });
            }
        });
        return all;
    }

    private static String leftOut(JsonNode config, JsonNode without) {
        List<String> keys = new ArrayList<>();
        config.fieldNames().forEachRemaining(key -> {
            JsonNode left = without.get(key);
            if (left == null) {
                keys.add(key);
            } else if (left.isObject()) {
                config.get(key).fieldNames().forEachRemaining(inner -> {
                    if (!left.has(inner)) {
                        keys.add(key + "/" + inner);
                    }
                });
            }
        });
        return String.join(", ", keys);
    }
}
