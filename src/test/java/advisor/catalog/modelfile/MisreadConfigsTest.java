package advisor.catalog.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.advice.survey.Estimate;
import advisor.facts.model.Attention;
import advisor.facts.model.ModelSize;
import advisor.facts.model.Precision;
import advisor.facts.unit.Bytes;
import advisor.report.screen.Screen;
import advisor.report.text.SizeReport;
import advisor.sizing.Fixture;
import advisor.sizing.model.ModelSizing;
import advisor.text.Language;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Configurations that are easily read as something else. */
class MisreadConfigsTest {
    /** 7,241,732,096 parameters. */
    private static final String DENSE =
            """
            {"model_type": "mistral", "num_hidden_layers": 32, "hidden_size": 4096, "num_attention_heads": 32,
             "num_key_value_heads": 8, "intermediate_size": 14336, "vocab_size": 32000,
             "tie_word_embeddings": false, "sliding_window": null%s}""";

    private static final long AS_BF16 = 14_483_464_192L;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"group_size\": 64, \"bits\": 4}|INT4|4073857024",
                "{\"group_size\": 64, \"bits\": 8}|INT8|7694589952",
            })
    void whatMlxPacksIsNotSixteenBits(String quantisation, Precision precision, long bytes) {
        ModelSize size = size(DENSE.formatted(", \"quantization\": " + quantisation));
        assertThat(size.precision()).isEqualTo(precision);
        assertThat(size.checkpoint()).isEqualTo(new Bytes(bytes));
        assertThat(reasons(size)).contains("MLX, which runs on Apple alone");
    }

    @Test
    void threeBitsHaveBytesAndNoFormat() {
        String three = "{\"group_size\": 64, \"bits\": 3}";
        ModelSize size = size(DENSE.formatted(", \"quantization\": " + three + ", \"quantization_config\": " + three));
        assertThat(size.precision()).isNull();
        assertThat(size.checkpoint()).isNotNull();
        assertThat(size.checkpoint().count()).isBetween(3_100_000_000L, 3_300_000_000L);
        assertThat(reasons(size)).contains("\"mlx, 3 bits\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"quant_method\": \"exl2\"}",
                "{\"quant_method\": \"hqq\", \"bits\": 3}",
                "{\"quant_method\": \"bitsandbytes\", \"load_in_4bit\": true}",
                "{\"bits\": 4, \"group_size\": 128}",
                "{\"quant_method\": \"compressed-tensors\", \"config_groups\": {\"g\": {\"targets\": [\"Linear\"],"
                        + " \"weights\": {\"num_bits\": 4, \"type\": \"float\"}}}}",
                "{\"quant_method\": \"gptq\"}",
            })
    void whatIsNotKnownSaysWhatWouldTell(String quantisation) {
        ModelSize size = size(DENSE.formatted(", \"quantization_config\": " + quantisation));
        assertThat(size.precision()).isNull();
        assertThat(size.checkpoint()).isNull();
        assertThat(reasons(size))
                .contains("put model.safetensors.index.json beside the configuration")
                .doesNotContain("by \"", "without");
        assertThat(size.unknown())
                .anySatisfy(doubt -> assertThat(doubt.reason().zh()).contains("model.safetensors.index.json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"quant_method\": \"bitsandbytes\", \"load_in_8bit\": true}|INT8",
                "{\"quant_method\": \"fbgemm_fp8\", \"modules_to_not_convert\": [\"lm_head\"]}|FP8",
            })
    void eightBitsByOtherNamesAreEightBits(String quantisation, Precision precision) {
        ModelSize size = size(DENSE.formatted(", \"quantization_config\": " + quantisation));
        assertThat(size.precision()).isEqualTo(precision);
        assertThat(size.checkpoint().count()).isBetween(AS_BF16 / 2, (long) (AS_BF16 * 0.55));
    }

    /** Bytes of the 6,979,321,856 weights in layers, beside norms, and embedding and head in 16 bits. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"quant_method\": \"exl2\", \"bits\": 8.0, \"head_bits\": 8}|7373070336",
                "{\"quant_method\": \"exl3\", \"bits\": 3.0, \"head_bits\": 6}|2978226176",
                "{\"quant_method\": \"bitsandbytes\", \"load_in_4bit\": true, \"bnb_4bit_use_double_quant\": false}"
                        + "|4450703360",
                "{\"quant_method\": \"bitsandbytes\", \"load_in_4bit\": true, \"bnb_4bit_use_double_quant\": true}"
                        + "|4125480960",
                "{\"quant_method\": \"quark\", \"global_quant_config\": {\"weight\": {\"dtype\": \"fp4\", \"qscheme\":"
                        + " \"per_group\"}}, \"exclude\": [\"lm_head\"]}|4232585216",
                "{\"quant_method\": \"modelopt\", \"quant_algo\": \"MIXED_PRECISION\", \"quantized_layers\":"
                        + " {\"model.layers.0.mlp.up_proj\": {\"quant_algo\": \"FP8\"}}}|14424743940",
            })
    void otherWaysOfPackingAreCounted(String quantisation, long bytes) {
        ModelSize size = size(DENSE.formatted(", \"quantization_config\": " + quantisation));
        assertThat(size.checkpoint()).isEqualTo(new Bytes(bytes));
    }

    /** Two groups: attention in eight bits, the rest in four. */
    @Test
    void groupsOfCompressedTensorsAreToldApart() {
        ModelSize size = size(DENSE.formatted(
                ", \"quantization_config\": {\"quant_method\": \"compressed-tensors\", \"ignore\": [\"lm_head\"],"
                        + " \"config_groups\": {\"a\": {\"targets\": [\"re:.*self_attn.*\"], \"weights\": {\"num_bits\": 8,"
                        + " \"type\": \"float\", \"strategy\": \"channel\"}}, \"b\": {\"targets\": [\"re:.*mlp.*\"],"
                        + " \"weights\": {\"num_bits\": 4, \"type\": \"int\", \"strategy\": \"group\", \"group_size\": 128,"
                        + " \"symmetric\": true}}}}"));
        assertThat(size.precision()).isEqualTo(Precision.INT4);
        assertThat(size.groups().stream().map(group -> group.format()))
                .contains("FP8 row", "INT4 compressed-tensors g128", "BF16");
    }

    @Test
    void bitsThatMlxGivesByLayerCount() {
        ModelSize even = size(DENSE.formatted(", \"quantization\": {\"group_size\": 64, \"bits\": 4}"));
        ModelSize mixed = size(DENSE.formatted(", \"quantization\": {\"group_size\": 64, \"bits\": 4,"
                + " \"model.layers.0.mlp.up_proj\": {\"group_size\": 64, \"bits\": 8},"
                + " \"model.layers.1.mlp.up_proj\": false}"));
        long weights = 4096L * 14_336;
        assertThat(mixed.checkpoint().count() - even.checkpoint().count())
                .isEqualTo(weights / 2 + (weights * 2 - weights / 2 - weights / 64 * 4));
    }

    @Test
    void sharedExponentsInCompressedTensorsAreFourBits() {
        ModelSize size =
                size(DENSE.formatted(", \"quantization_config\": {\"quant_method\": \"compressed-tensors\", \"format\":"
                        + " \"mxfp4-pack-quantized\", \"config_groups\": {\"g\": {\"targets\": [\"Linear\"], \"weights\":"
                        + " {\"num_bits\": 4, \"type\": \"float\", \"strategy\": \"group\", \"group_size\": 32}}}}"));
        assertThat(size.precision()).isEqualTo(Precision.FP4);
        assertThat(size.checkpoint().count()).isLessThan(AS_BF16 / 3);
    }

    @Test
    void headsThatShareAKeyByAnotherNameAreNotOneForEach() {
        ModelSize size = size(
                """
                {"model_type": "chatglm", "num_layers": 40, "hidden_size": 4096, "num_attention_heads": 32,
                 "multi_query_attention": true, "multi_query_group_num": 2, "kv_channels": 128,
                 "ffn_hidden_size": 13696, "padded_vocab_size": 151552}""");
        assertThat(size.attention().bytesPerToken()).isEqualTo(40_960);
    }

    @Test
    void headsThatMayShareAKeyAreNotTakenToHaveOneEach() {
        ModelSize size = size(DENSE.formatted(", \"num_query_pairs\": 4").replace("num_key_value_heads", "x_axis"));
        assertThat(size.attention().kind()).isEqualTo(Attention.Kind.UNKNOWN);
        assertThat(reasons(size)).contains("num_query_pairs is not known");
    }

    @Test
    void aListOfLayersThatAllSeeEverythingIsNoOtherScheme() {
        String ones = "[" + "1, ".repeat(31) + "1]";
        assertThat(size(DENSE.formatted(", \"attn_type_list\": " + ones))
                        .attention()
                        .bytesPerToken())
                .isEqualTo(131_072);
        assertThat(size(DENSE.formatted(", \"attn_type_list\": " + ones.replaceFirst("1", "0")))
                        .attention()
                        .bytesPerToken())
                .isNull();
    }

    @Test
    void infinityIsANumber() {
        assertThat(size(DENSE.formatted(", \"time_limit\": [0.0, Infinity]")).checkpoint())
                .isEqualTo(new Bytes(AS_BF16));
    }

    @Test
    void aCacheOfWindowsAloneIsNotNothing() {
        ModelSize size = size(DENSE.replace("null", "4096").formatted(""));
        Estimate estimate = new Estimate(size, 8192, size.attention().bytesPerToken(), null, Map.of());
        String text = SizeReport.of(estimate, null, Screen.file(Language.EN));
        assertThat(text).contains("131,072 B up to 4,096 tokens, then 0 B each");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"residual_adapter_dim\": 64",
                "\"num_memory_layers\": 2",
                "\"engram\": {\"size\": 100}",
                "\"head_dims_per_layer\": [64, 128]",
                "\"use_double_wide_mlp\": true",
                "\"dtype\": \"float8_e4m3fn\"",
                "\"quantization_config\": {\"quant_method\": \"fp8\", \"kv_cache_scheme\": {\"num_bits\": 8}}",
                "\"quantization_config\": {\"quant_method\": \"gptq\", \"bits\": 4, \"group_size\": 128, \"dynamic\":"
                        + " {\"lm_head\": {\"bits\": 8}}}",
            })
    void aKeyThatMayChangeBytesIsAnOpenPoint(String key) {
        assertThat(size(DENSE.formatted(", " + key)).unknown())
                .anySatisfy(doubt -> assertThat(doubt.figure()).isEqualTo("config"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"rope_scaling\": {\"type\": \"yarn\"}",
                "\"use_double_wide_mlp\": false",
                "\"num_kv_layers_shared\": 0",
                "\"hidden_act\": \"silu\"",
                "\"id2label\": {\"0\": \"a\"}",
                "\"quantization_config\": {\"quant_method\": \"fp8\", \"activation_scheme\": \"dynamic\"}",
            })
    void aKeyThatChangesNoByteIsNone(String key) {
        assertThat(size(DENSE.formatted(", " + key)).unknown())
                .noneSatisfy(doubt -> assertThat(doubt.figure()).isEqualTo("config"));
    }

    @ParameterizedTest
    @MethodSource("counted")
    void publishedConfigurationsThatAreUnderstoodHaveNone(String model) {
        assertThat(Fixture.size(model).unknown())
                .noneSatisfy(doubt -> assertThat(doubt.figure()).isEqualTo("config"));
    }

    static Stream<String> counted() {
        return Fixture.names().stream().filter(name -> Fixture.size(name).totalParameters() != null);
    }

    private static ModelSize size(String config) {
        String typed =
                config.contains("dtype") ? config : config.replaceFirst("\\{", "{\"torch_dtype\": \"bfloat16\", ");
        return ModelSizing.of(ConfigText.read("m", "config.json", typed));
    }

    private static String reasons(ModelSize size) {
        return size.unknown().stream().map(doubt -> doubt.reason().en() + "\n").reduce("", String::concat);
    }
}
