package advisor.sizing.model;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.model.Attention;
import advisor.facts.model.IndexKeys;
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
        "deepseek-v3.2,        671877944064,   38403822336, 13477385728, FP8,   689468986496,  78324",
        "deepseek-v4-flash,    -,              -,           -,           -,     -,             6880",
        "gemma-4-26b-a4b,      25233141760,    3822530560,  0,           BF16,  50466283520,   20480",
        "glm-5-fp8,            743911218432,   41784728832, 9952920576,  FP8,   756162687872,  100152",
        "gpt-oss-120b,         116829156672,   5711982912,  0,           FP4,   65248815744,   36864",
        "gpt-oss-20b,          20914757184,    4187440704,  0,           FP4,   13761264768,   24576",
        "kimi-k2,              1026408232448,  32861500928, 0,           FP8,   1029173249888, 70272",
        "kimi-k2.5,            1026408232448,  32861500928, 0,           INT4,  594205351936,  70272",
        "llama-3.1-405b,       405853388800,   405853388800, 0,          BF16,  811706777600,  516096",
        "llama-3.1-70b,        70553706496,    70553706496, 0,           BF16,  141107412992,  327680",
        "llama-3.1-8b,         8030261248,     8030261248,  0,           BF16,  16060522496,   131072",
        "llama-4-scout,        107769861120,   17172894720, 0,           BF16,  217283587072,  49152",
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
        "command-r-35b, 34980831232, 34980831232, 0, BF16, 69961662464, 1310720",
        "deepseek-v2-lite, 15706484224, 2661150208, 0, BF16, 31412968448, 31104",
        "deepseek-v4-pro, -, -, -, -, -, 9848",
        "ernie-4.5-21b-a3b, 21825437888, 3352150208, 0, BF16, 43650879232, 57344",
        "exaone-4.0-32b, 32003216384, 32003216384, 0, BF16, 64006432768, 65536",
        "gemma-2-27b, 27227128320, 27227128320, 0, BF16, 54454256640, 188416",
        "gemma-2-9b, 9241705984, 9241705984, 0, BF16, 18483411968, 172032",
        "gemma-3-12b, 11766034176, 11766034176, 0, BF16, 23532068352, 65536",
        "gemma-4-31b, 30697345280, 30697345280, 0, BF16, 61394690560, 81920",
        "glm-4-32b, 32566081536, 32566081536, 0, BF16, 65132163072, 62464",
        "glm-4.5-air, 106852251264, 13424129664, 3616573568, BF16, 220937661440, 188416",
        "glm-4.7-flash, 29943393920, 3896766080, 1278094656, BF16, 62442983168, 54144",
        "glm-5.2-bf16, 743377019904, 41250530304, 11856086016, BF16, 1510466250752, 92628",
        "glm4-9b-chat, 9399951360, 9399951360, 0, BF16, 18799902720, 40960",
        "granite-4.0-h-tiny, 6939037248, 1465470528, 0, BF16, 13878074496, 8192",
        "hunyuan-a13b, 80393183232, 12747448320, 0, BF16, 160786366464, 131072",
        "kimi-k3, 2771461825120, 97341366880, 0, FP4, 1536955467968, 27648",
        "kimi-linear-48b-a3b, 49122681728, 3484459904, 0, BF16, 98245376768, 8064",
        "llama-3.2-1b, 1235814400, 1235814400, 0, BF16, 2471628800, 32768",
        "llama-3.3-nemotron-super-49b, 49867145216, 49867145216, 0, BF16, 99734290432, 200704",
        "llama-4-maverick, 400711848960, 17184691200, 0, BF16, 803167562752, 49152",
        "mimo-7b, 7622619136, 7622619136, -, BF16, 15245238272, 147456",
        "mimo-v2-flash, 308778778368, 15445933824, -, FP8, 310153465600, 23040",
        "minimax-m3, 426174558336, 25962459264, -, BF16, 852349131264, 137472",
        "mistral-7b, 7241732096, 7241732096, 0, BF16, 14483464192, 0",
        "mixtral-8x22b, 140620634112, 39152031744, 0, BF16, 281241268224, 229376",
        "mixtral-8x7b, 46702792704, 12879925248, 0, BF16, 93405585408, 131072",
        "nemotron-3-nano-30b-a3b, 31577940288, 3580076352, 0, BF16, 63155886464, 6144",
        "nemotron-3-super-120b-a12b, 120668707840, 12770237440, 2942325248, BF16, 247222108160, 8192",
        "nemotron-3-ultra-550b-a55b, 549308993536, 56058843136, 11215610368, BF16, 1121049257984, 12288",
        "nemotron-h-56b-base, 56324350464, 56324350464, 0, BF16, 112648700928, 40960",
        "olmo-2-7b, 7298617344, 7298617344, 0, BF16, 14597234688, 524288",
        "olmoe-1b-7b, 6919161856, 1282017280, 0, BF16, 13838323712, 131072",
        "phi-3-mini, 3821079552, 3821079552, 0, BF16, 7642159104, 0",
        "phi-4, 14659507200, 14659507200, 0, BF16, 29319014400, 204800",
        "qwen1.5-moe-a2.7b, 14315784192, 2689173504, 0, BF16, 28631568384, 196608",
        "qwen2.5-7b, 7615616512, 7615616512, 0, BF16, 15231233024, 57344",
        "qwen3-0.6b, 596049920, 596049920, 0, BF16, 1192099840, 114688",
        "qwen3-1.7b, 1720574976, 1720574976, 0, BF16, 3441149952, 114688",
        "qwen3-14b, 14768307200, 14768307200, 0, BF16, 29536614400, 163840",
        "qwen3-32b-fp8, 32762123264, 32762123264, 0, FP8, 34322434048, 262144",
        "qwen3-coder-480b-a35b, 480154875392, 35474765312, 0, BF16, 960309750784, 253952",
        "qwen3-vl-8b, 8190735360, 8190735360, 0, BF16, 17534247392, 147456",
        "qwen3.5-27b, 26895998464, 26895998464, 424699392, BF16, 55562855904, 65536",
        "qwen3.5-35b-a3b, 34660610688, 3454988928, 844640768, BF16, 71903645408, 20480",
        "qwen3.5-397b-a17b, 396346350336, 17349040896, 6595568128, BF16, 806795857888, 30720",
        "qwen3.8-27b, 26895998464, 26895998464, 424699392, BF16, 54641395712, 65536",
        "smollm3-3b, 3075098624, 3075098624, 0, BF16, 6150197248, 73728",
        "step-3.5-flash, 196956130368, 11987323968, -, BF16, 393912284928, 49152",
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
                    .filter(group -> group.tensorClass() != TensorClass.OTHER)
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
        List<String> shared = Fixture.names().stream()
                .filter(Shipped.catalog().models()::containsKey)
                .toList();
        assertThat(shared).hasSizeGreaterThan(20);
        for (String name : shared) {
            ModelFacts catalogued = Shipped.catalog().model(name).facts();
            assertThat(catalogued).as(name).isNotNull();
            assertThat(ModelSizing.of(catalogued)).isEqualTo(Fixture.size(name));
        }
    }

    @Test
    void aSchemeThatNobodyKnowsIsSaidToBeUnknown() {
        assertThat(reasons("deepseek-v4-flash"))
                .contains(
                        "checkpoint.bytes: quantisation \"fp8, experts fp4\" is not known; put"
                                + " model.safetensors.index.json beside the configuration and the bytes of the weights are"
                                + " known",
                        "parameters: the layers of architecture \"deepseek_v4\" are not known");
    }

    /** As SGLang says of a pool that counts the index too (pull request 11309): 43.67 GiB for 975,424 tokens. */
    @Test
    void anIndexTakesWhatAnEnginePrints() {
        long printed = Math.round(43.67 * (1 << 30) / 975_424);
        Attention inEightBits = Fixture.size("deepseek-v3.2").attention().inValuesOf(1);
        assertThat(inEightBits.bytesPerToken()).isEqualTo(48_068L);
        assertThat(inEightBits.bytesPerToken()).isCloseTo(printed, Percentage.withPercentage(0.02));
        assertThat(inEightBits.cache(975_424).count()).isEqualTo(48_068.0 * 975_424);
    }

    /** Layers that pick as the one before keep no keys of their own. */
    @Test
    void layersThatShareAnIndexKeepNone() {
        assertThat(((Attention.Latent) Fixture.size("glm-5.2-bf16").attention()).index())
                .isEqualTo(new IndexKeys(21, 128));
        assertThat(((Attention.Latent) Fixture.size("glm-5-fp8").attention()).index())
                .isEqualTo(new IndexKeys(78, 128));
    }

    @Test
    void whatIsLeftOutIsSaid() {
        assertThat(reasons("deepseek-v3.2")).anyMatch(reason -> reason.contains("indexer"));
        assertThat(reasons("qwen3-next-80b-a3b"))
                .anyMatch(reason -> reason.startsWith("parameters.multiTokenPrediction"))
                .anyMatch(reason -> reason.contains("state of a stream"));
        assertThat(reasons("kimi-k2.5")).anyMatch(reason -> reason.contains("images"));
        assertThat(reasons("llama-4-scout")).anyMatch(reason -> reason.contains("as in the published code"));
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
                {"model_type": "unheard_of", "num_hidden_layers": 4, "num_attention_heads": 4, "num_key_value_heads": 2,
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
