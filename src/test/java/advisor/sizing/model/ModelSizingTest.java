package advisor.sizing.model;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.model.Attention;
import advisor.facts.model.ModelFacts;
import advisor.facts.model.ModelSize;
import advisor.facts.model.TensorClass;
import advisor.facts.model.TensorGroup;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Unknown;
import advisor.sizing.Fixture;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Sizes that follow from configurations. */
class ModelSizingTest {
    @TempDir
    Path folder;

    /** Parameters, active, multi-token prediction, format, tensor bytes, cache bytes a token; "-" is not known. */
    @ParameterizedTest
    @CsvSource({
        "deepseek-r1,          671026419200,   37552297472, 13463426304, FP8,   688574839360,  70272",
        "deepseek-v3.1-nvfp4,  671026419200,   37552297472, 13463426304, FP4,   413306995616,  70272",
        "deepseek-v3.2,        671877944064,   38403822336, 13477385728, FP8,   689468986496,  70272",
        "deepseek-v4-flash,    -,              -,           -,           -,     -,             -",
        "gemma-4-26b-a4b,      -,              -,           -,           BF16,  -,             -",
        "glm-5-fp8,            743911218432,   41784728832, 9952920576,  FP8,   756162687872,  89856",
        "gpt-oss-120b,         116829156672,   5711982912,  0,           FP4,   65248815744,   36864",
        "gpt-oss-20b,          20914757184,    4187440704,  0,           FP4,   13761264768,   24576",
        "kimi-k2,              1026408232448,  32861500928, 0,           FP8,   1029173249888, 70272",
        "kimi-k2.5,            1026408232448,  32861500928, 0,           INT4,  594205351936,  70272",
        "llama-3.1-405b,       405853388800,   405853388800, 0,          BF16,  811706777600,  516096",
        "llama-3.1-70b,        70553706496,    70553706496, 0,           BF16,  141107412992,  327680",
        "llama-3.1-8b,         8030261248,     8030261248,  0,           BF16,  16060522496,   131072",
        "llama-4-scout,        107769861120,   17172894720, 0,           BF16,  215539722240,  196608",
        "minimax-m2.5,         228689764864,   11030553088, 0,           FP8,   230121630720,  253952",
        "qwen2.5-32b,          32763876352,    32763876352, 0,           BF16,  65527752704,   262144",
        "qwen2.5-72b,          72706203648,    72706203648, 0,           BF16,  145412407296,  327680",
        "qwen3-235b-a22b,      235093634560,   22190763520, 0,           BF16,  470187269120,  192512",
        "qwen3-235b-a22b-fp8,  235093634560,   22190763520, 0,           FP8,   236416915456,  192512",
        "qwen3-30b-a3b,        30532122624,    3353032704,  0,           BF16,  61064245248,   98304",
        "qwen3-32b,            32762123264,    32762123264, 0,           BF16,  65524246528,   262144",
        "qwen3-8b,             8190735360,     8190735360,  0,           BF16,  16381470720,   147456",
        "qwen3-next-80b-a3b,   79674391296,    3874929408,  -,           BF16,  159348782592,  24576",
        "qwen3.5-122b-a10b,    122111526912,   9771288576,  2523679232,  BF16,  249270412288,  24576",
    })
    void figuresFollowFromTheConfiguration(
            String model, String total, String active, String predicting, String format, String bytes, String cache) {
        ModelSize size = Fixture.size(model);
        assertThat(text(size.totalParameters())).isEqualTo(total);
        assertThat(text(size.activeParameters())).isEqualTo(active);
        assertThat(text(size.multiTokenPredictionParameters())).isEqualTo(predicting);
        assertThat(text(size.precision())).isEqualTo(format);
        assertThat(size.checkpoint() == null ? "-" : text(size.checkpoint().count()))
                .isEqualTo(bytes);
        assertThat(text(size.attention().bytesPerToken())).isEqualTo(cache);
    }

    static Stream<String> fixtures() {
        return Fixture.names().stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void whatIsNotKnownIsNamed(String model) {
        ModelSize size = Fixture.size(model);
        List<String> named = size.unknown().stream().map(Unknown::figure).toList();
        if (size.totalParameters() == null || size.activeParameters() == null) {
            assertThat(named).contains("parameters");
        }
        if (size.multiTokenPredictionParameters() == null) {
            assertThat(named).containsAnyOf("parameters", "parameters.multiTokenPrediction");
        }
        if (size.checkpoint() == null) {
            assertThat(named).contains("checkpoint.bytes");
        }
        if (size.precision() == null) {
            assertThat(named).contains("checkpoint.precision");
        }
        if (size.attention().kind() == Attention.Kind.UNKNOWN) {
            assertThat(named).contains("kvCache");
        }
        assertThat(size.unknown()).allSatisfy(doubt -> {
            assertThat(doubt.reason().en()).isNotBlank();
            assertThat(doubt.reason().zh()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void groupsAddUpToTheWhole(String model) {
        ModelSize size = Fixture.size(model);
        if (size.checkpoint() != null) {
            long bytes = size.groups().stream()
                    .mapToLong(group -> group.bytes().count())
                    .sum();
            long parameters = size.groups().stream()
                    .filter(group -> group.tensorClass() != TensorClass.MULTI_TOKEN_PREDICTION)
                    .mapToLong(TensorGroup::parameters)
                    .sum();
            assertThat(bytes).isEqualTo(size.checkpoint().count());
            assertThat(parameters).isEqualTo(size.totalParameters());
        }
    }

    @Test
    void deepSeekR1IsMadeOfTheseParts() {
        List<TensorGroup> groups = Fixture.size("deepseek-r1").groups();
        assertThat(sum(groups, "FP8 128×128")).isEqualTo(680_571_043_840L + 41_540_496L * 4);
        assertThat(sum(groups, "BF16")).isEqualTo(3_918_786_560L * 2);
        assertThat(sum(groups, "FP32")).isEqualTo(15_104L * 4);
        assertThat(Fixture.size("deepseek-r1").withoutPrediction()).isEqualTo(new Bytes(673_150_611_808L));
    }

    private static long sum(List<TensorGroup> groups, String format) {
        return groups.stream()
                .filter(group -> group.format().equals(format))
                .mapToLong(group -> group.bytes().count())
                .sum();
    }

    @Test
    void everyCataloguedConfigurationIsTheFixture() {
        for (String name : Fixture.names()) {
            ModelFacts catalogued = Shipped.catalog().model(name).facts();
            assertThat(catalogued).as(name).isNotNull();
            assertThat(ModelSizing.of(catalogued)).isEqualTo(Fixture.size(name));
        }
    }

    @Test
    void aSchemeThatNobodyKnowsIsSaidToBeUnknown() {
        assertThat(reasons("deepseek-v4-flash"))
                .contains(
                        "kvCache: attention scheme compress_ratios is not known",
                        "checkpoint.bytes: quantisation \"fp8, experts fp4\" is not known; put"
                                + " model.safetensors.index.json beside the configuration and the bytes of the weights are"
                                + " known",
                        "parameters: the layers of architecture \"deepseek_v4\" are not known");
    }

    @Test
    void whatIsLeftOutIsSaid() {
        assertThat(reasons("deepseek-v3.2")).anyMatch(reason -> reason.contains("indexer"));
        assertThat(reasons("qwen3-next-80b-a3b"))
                .anyMatch(reason -> reason.startsWith("parameters.multiTokenPrediction"))
                .anyMatch(reason -> reason.contains("linear-attention"));
        assertThat(reasons("kimi-k2.5")).anyMatch(reason -> reason.contains("images"));
        assertThat(reasons("llama-4-scout")).anyMatch(reason -> reason.contains("upper bound"));
        assertThat(reasons("deepseek-r1")).isEmpty();
        assertThat(reasons("gpt-oss-20b")).isEmpty();
    }

    @Test
    void gptOss120bIsWithinWhatOthersExpect() {
        assertThat(Fixture.size("gpt-oss-120b").checkpoint().gibibytes()).isBetween(58.0, 63.0);
    }

    /** Configurations from the published descriptions of these models, against what others compute for them. */
    @Test
    void tiedEmbeddingsAreCountedOnce() {
        ModelSize size = Fixture.sizeOf(
                folder,
                """
                {"model_type": "qwen2", "num_hidden_layers": 24, "hidden_size": 896, "num_attention_heads": 14,
                 "num_key_value_heads": 2, "intermediate_size": 4864, "vocab_size": 151936,
                 "tie_word_embeddings": true, "torch_dtype": "bfloat16", "sliding_window": 32768,
                 "use_sliding_window": false, "max_window_layers": 21}""");
        assertThat(size.totalParameters()).isEqualTo(494_032_768L);
        assertThat(size.checkpoint().gibibytes()).isEqualTo(0.9202077388763428);
        assertThat(size.attention().cache(10_000).bytes().gibibytes())
                .isCloseTo(0.11444, Percentage.withPercentage(0.01));
    }

    @Test
    void deepSeekV2HasNoBiasInItsRouters() {
        ModelSize size = Fixture.sizeOf(
                folder,
                """
                {"model_type": "deepseek_v2", "num_hidden_layers": 60, "hidden_size": 5120, "vocab_size": 102400,
                 "num_attention_heads": 128, "num_key_value_heads": 128, "kv_lora_rank": 512, "q_lora_rank": 1536,
                 "qk_nope_head_dim": 128, "qk_rope_head_dim": 64, "v_head_dim": 128, "intermediate_size": 12288,
                 "moe_intermediate_size": 1536, "n_routed_experts": 160, "n_shared_experts": 2,
                 "num_experts_per_tok": 6, "first_k_dense_replace": 1, "moe_layer_freq": 1,
                 "tie_word_embeddings": false, "torch_dtype": "bfloat16"}""");
        assertThat(size.checkpoint().gibibytes()).isEqualTo(439.10264015197754);
        assertThat(size.attention().bytesPerToken()).isEqualTo(69_120);
    }

    @Test
    void scalesByRowAreCounted() {
        ModelSize size = Fixture.sizeOf(
                folder,
                """
                {"model_type": "qwen3", "num_hidden_layers": 36, "hidden_size": 4096, "num_attention_heads": 32,
                 "num_key_value_heads": 8, "head_dim": 128, "intermediate_size": 12288, "vocab_size": 151936,
                 "tie_word_embeddings": false, "torch_dtype": "bfloat16",
                 "quantization_config": {"quant_method": "compressed-tensors", "format": "float-quantized",
                   "ignore": ["lm_head"], "config_groups": {"group_0": {"targets": ["Linear"],
                   "weights": {"num_bits": 8, "type": "float", "strategy": "channel"}}}}}""");
        assertThat(size.checkpoint().gibibytes()).isEqualTo(8.790292739868164);
    }

    @ParameterizedTest
    @CsvSource({
        "8,  32,  14336, 2, 46702792704",
        "8,  56,  16384, 2, 140620634112",
    })
    void mixturesWithoutSharedExpertsAreCounted(int experts, int layers, int width, int perToken, long total) {
        int hidden = layers == 32 ? 4096 : 6144;
        String config =
                """
                {"model_type": "mixtral", "num_hidden_layers": %d, "hidden_size": %d, "num_attention_heads": %d,
                 "num_key_value_heads": 8, "head_dim": 128, "intermediate_size": %d, "vocab_size": %d,
                 "num_local_experts": %d, "num_experts_per_tok": %d, "tie_word_embeddings": false,
                 "torch_dtype": "bfloat16", "sliding_window": null}"""
                        .formatted(layers, hidden, hidden / 128, width, 32000, experts, perToken);
        assertThat(Fixture.sizeOf(folder, config).totalParameters()).isEqualTo(total);
    }

    @Test
    void aCacheIsKnownWhereWeightsAreNot() {
        ModelSize size = Fixture.sizeOf(
                folder,
                """
                {"model_type": "kimi_linear", "text_config": {"model_type": "kimi_linear", "num_hidden_layers": 8,
                 "num_attention_heads": 4, "kv_lora_rank": 512, "qk_rope_head_dim": 64,
                 "linear_attn_config": {"full_attn_layers": [4, 8]}}}""");
        assertThat(size.attention().bytesPerToken()).isEqualTo(2 * 576 * 2);
        assertThat(size.checkpoint()).isNull();
    }

    @Test
    void aWindowThatNobodyPlacesMakesTheCacheUnknown() {
        ModelSize size = Fixture.sizeOf(
                folder,
                """
                {"model_type": "gemma2", "num_hidden_layers": 4, "num_attention_heads": 4, "num_key_value_heads": 2,
                 "head_dim": 64, "sliding_window": 4096}""");
        assertThat(size.attention().kind()).isEqualTo(Attention.Kind.UNKNOWN);
        assertThat(size.unknown()).anyMatch(doubt -> doubt.reason().en().contains("sliding_window"));
    }

    /** One matrix of 4096 by 4096 among a layer's seven, by arithmetic. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"quant_method\": \"awq\", \"bits\": 4, \"group_size\": 128, \"zero_point\": true} | 0.5 | 32 | 2.5 | 0",
                "{\"quant_method\": \"gptq\", \"bits\": 4, \"group_size\": 128} | 0.5 | 32 | 2.5 | 16384",
            })
    void groupsBringScalesAndZeroPoints(String quantisation, double weight, int groups, double group, long order) {
        String config =
                """
                {"model_type": "llama", "num_hidden_layers": 1, "hidden_size": 4096, "num_attention_heads": 32,
                 "num_key_value_heads": 32, "intermediate_size": 4096, "vocab_size": 1, "torch_dtype": "float16",
                 "tie_word_embeddings": false, "quantization_config": %s}"""
                        .formatted(quantisation);
        TensorGroup attention = Fixture.sizeOf(folder, config).groups().stream()
                .filter(found -> found.tensorClass() == TensorClass.ATTENTION)
                .findFirst()
                .orElseThrow();
        double matrix = 4096 * 4096 * weight + 4096 * groups * group + order;
        assertThat(attention.bytes().count()).isEqualTo(Math.round(4 * matrix));
    }

    @Test
    void withoutATypeTheCacheIsKnownAndTheWeightsAreNot() {
        ModelSize size = Fixture.sizeOf(
                folder,
                """
                {"num_hidden_layers": 80, "hidden_size": 8192, "num_attention_heads": 64, "num_key_value_heads": 8,
                 "intermediate_size": 29568, "vocab_size": 152064, "torch_dtype": "bfloat16"}""");
        assertThat(size.attention().bytesPerToken()).isEqualTo(327_680);
        assertThat(size.totalParameters()).isNull();
        assertThat(size.unknown()).anyMatch(doubt -> doubt.reason().en().equals("the configuration has no model_type"));
    }

    @Test
    void absurdSizesAreNotCounted() {
        ModelSize size = Fixture.sizeOf(
                folder,
                """
                {"model_type": "llama", "num_hidden_layers": 9999, "hidden_size": 1000000000,
                 "num_attention_heads": 1, "num_key_value_heads": 1, "head_dim": 1000000000,
                 "intermediate_size": 1000000000, "vocab_size": 1000000000, "torch_dtype": "float16",
                 "tie_word_embeddings": false}""");
        assertThat(size.totalParameters()).isNull();
        assertThat(size.checkpoint()).isNull();
    }

    private static Long perToken(String model) {
        return Fixture.size(model).attention().bytesPerToken();
    }

    private static List<String> reasons(String model) {
        return Fixture.size(model).unknown().stream()
                .map(doubt -> doubt.figure() + ": " + doubt.reason().en())
                .toList();
    }

    private static String text(Object value) {
        return value == null ? "-" : value.toString();
    }
}
