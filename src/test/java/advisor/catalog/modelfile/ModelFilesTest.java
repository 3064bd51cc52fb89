package advisor.catalog.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.facts.model.Attention;
import advisor.facts.model.ModelSize;
import advisor.facts.model.Precision;
import advisor.facts.model.TensorClass;
import advisor.facts.model.TensorGroup;
import advisor.facts.unit.Bytes;
import advisor.sizing.Fixture;
import advisor.sizing.model.ModelSizing;
import advisor.text.LoadException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFilesTest {
    private static final String SMALL =
            """
            {"model_type": "llama", "num_hidden_layers": 1, "hidden_size": 8, "num_attention_heads": 2,
             "num_key_value_heads": 1, "intermediate_size": 16, "vocab_size": 10, "torch_dtype": "bfloat16",
             "tie_word_embeddings": false}""";

    @TempDir
    Path folder;

    @Test
    void aFolderIsReadWithWhatLiesBesideTheConfiguration() throws IOException {
        Files.copy(Fixture.file("deepseek-v3.1-nvfp4"), folder.resolve("config.json"));
        assertThat(size(folder).precision()).isEqualTo(Precision.BF16);
        Files.copy(
                Fixture.FOLDER.resolve("deepseek-v3.1-nvfp4.hf_quant_config.json"),
                folder.resolve("hf_quant_config.json"));
        ModelSize size = size(folder);
        assertThat(size.id()).isEqualTo(folder.getFileName().toString());
        assertThat(size.precision()).isEqualTo(Precision.FP4);
        assertThat(size(folder.resolve("config.json"))).isEqualTo(size);
    }

    @Test
    void headersGiveExactBytes() throws IOException {
        write("config.json", SMALL);
        safetensors(
                "model-00001-of-00002.safetensors",
                "{\"__metadata__\": {\"format\": \"pt\"}, \"model.embed_tokens.weight\": {\"dtype\": \"BF16\", \"shape\":"
                        + " [10, 8], \"data_offsets\": [0, 160]}}");
        safetensors(
                "model-00002-of-00002.safetensors",
                "{\"model.layers.0.self_attn.q_proj.weight\": {\"dtype\": \"F32\", \"shape\": [8, 8], \"data_offsets\":"
                        + " [0, 256]}, \"model.layers.1.eh_proj.weight\": {\"dtype\": \"BF16\", \"shape\": [8, 16],"
                        + " \"data_offsets\": [256, 512]}}");
        ModelSize size = size(folder);
        assertThat(size.checkpoint()).isEqualTo(new Bytes(160 + 512));
        assertThat(size.multiTokenPredictionParameters()).isEqualTo(128);
        assertThat(size.groups())
                .extracting(TensorGroup::tensorClass)
                .containsExactly(TensorClass.EMBEDDING, TensorClass.ATTENTION, TensorClass.MULTI_TOKEN_PREDICTION);
    }

    @Test
    void headersGiveParametersOfArchitecturesThatNobodyKnows() throws IOException {
        write("config.json", SMALL.replace("llama", "unheard_of"));
        safetensors(
                "model.safetensors",
                "{\"lm_head.weight\": {\"dtype\": \"BF16\", \"shape\": [10, 8], \"data_offsets\": [0, 160]}}");
        assertThat(size(folder).totalParameters()).isEqualTo(80);
        assertThat(size(folder).activeParameters()).isEqualTo(80);
    }

    @Test
    void packedTensorsDoNotTellParametersOfArchitecturesThatNobodyKnows() throws IOException {
        write("config.json", SMALL.replace("llama", "unheard_of"));
        safetensors(
                "model.safetensors",
                "{\"lm_head.qweight\": {\"dtype\": \"I32\", \"shape\": [10, 8], \"data_offsets\": [0, 320]}}");
        assertThat(size(folder).totalParameters()).isNull();
        assertThat(size(folder).checkpoint()).isEqualTo(new Bytes(320));
    }

    @Test
    void anIndexGivesTheBytesThatTheConfigurationDoesNot() throws IOException {
        write("config.json", SMALL.replace("llama", "unheard_of"));
        write(
                "model.safetensors.index.json",
                "{\"metadata\": {\"total_size\": 4321}, \"weight_map\": {\"a\": \"b.st\"}}");
        assertThat(size(folder).checkpoint()).isEqualTo(new Bytes(4321));
    }

    @Test
    void anIndexThatContradictsTheConfigurationIsSaidTo() throws IOException {
        Files.copy(Fixture.file("deepseek-r1"), folder.resolve("config.json"));
        write("model.safetensors.index.json", "{\"metadata\": {\"total_size\": 1369062772000}}");
        ModelSize size = size(folder);
        assertThat(size.checkpoint()).isEqualTo(new Bytes(688_574_839_360L));
        assertThat(size.unknown()).anyMatch(doubt -> doubt.reason().en().contains("the index says 1369062772000"));
    }

    @Test
    void ggufHeadersGiveBytesTypesAndCache() throws IOException {
        Files.write(folder.resolve("small-Q4_K_M.gguf"), gguf(3));
        ModelSize size = size(folder.resolve("small-Q4_K_M.gguf"));
        assertThat(size.id()).isEqualTo("small-Q4_K_M");
        assertThat(size.totalParameters()).isEqualTo(512 + 1024 + 256 * 8 * 4);
        assertThat(size.activeParameters()).isEqualTo(512 + 1024 + 256 * 2 * 4);
        assertThat(size.checkpoint()).isEqualTo(new Bytes(2 * 144 + 1024 * 4 + 32 * 210));
        assertThat(size.precision()).isEqualTo(Precision.GGUF_Q4);
        assertThat(size.attention().kind()).isEqualTo(Attention.Kind.MLA);
        assertThat(size.attention().bytesPerToken()).isEqualTo(3 * (512 + 64) * 2);
        assertThat(size(folder).checkpoint()).isEqualTo(size.checkpoint());
    }

    @Test
    void ggufVersion2IsRead() throws IOException {
        Files.write(folder.resolve("two.gguf"), gguf(2));
        assertThat(size(folder.resolve("two.gguf")).checkpoint()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "config.json | {\"model_type\": \"llama\",\\n  \"hidden_size\": 12,, | config.json:2:21: The file is not valid JSON",
                "config.json | [1, 2] | The file is no model configuration",
                "config.json | {\"name\": \"left-pad\"} | The file is no model configuration",
                "config.json | {\"model_type\": \"llama\", \"hidden_size\": \"wide\"} | :1:40: The hidden_size (wide) of the configuration must be a whole number",
                "config.json | {\"model_type\": \"llama\", \"num_hidden_layers\": 99999999} | must be at most 10000",
                "notes.txt | hello | neither a configuration (.json) nor a GGUF file",
                "fake.gguf | GGML and so on | it does not begin with GGUF",
            })
    void whatIsNoModelIsRefusedWithItsPlace(String name, String text, String message) throws IOException {
        write(name, text.replace("\\n", "\n"));
        assertThatThrownBy(() -> ModelFiles.read(folder.resolve(name)))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aFileThatEndsWithinItsHeaderIsRefused() throws IOException {
        byte[] whole = gguf(3);
        for (int length = 0; length < whole.length; length += 7) {
            byte[] part = java.util.Arrays.copyOf(whole, length);
            Files.write(folder.resolve("cut.gguf"), part);
            assertThatThrownBy(() -> ModelFiles.read(folder.resolve("cut.gguf")))
                    .isInstanceOf(LoadException.class);
        }
    }

    @Test
    void anEmptyFolderSaysWhatIsAccepted() {
        assertThatThrownBy(() -> ModelFiles.read(folder))
                .hasMessageContaining("holds neither a config.json nor a .gguf file")
                .hasMessageContaining("Accepted: ");
    }

    @Test
    void aHeaderLongerThanItsFileIsRefused() throws IOException {
        write("config.json", SMALL);
        Files.write(folder.resolve("model.safetensors"), new byte[] {-1, -1, -1, -1, -1, -1, -1, 127, 0});
        assertThatThrownBy(() -> ModelFiles.read(folder)).hasMessageContaining("no safetensors file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"BF16\" | [10, 8] | [-160, 0] | data_offsets",
                "\"BF16\" | [10, 8] | [160, 0] | data_offsets",
                "\"BF16\" | [10, 8] | [0, 161] | data_offsets",
                "\"BF16\" | [10, 8] | [0, 1e30] | data_offsets",
                "\"BF16\" | [10, 8] | {} | data_offsets",
                "\"BF16\" | [10, -8] | [0, 160] | shape",
                "\"BF16\" | [1099511627776, 1099511627776] | [0, 160] | shape",
                "\"BF16\" | 80 | [0, 160] | shape",
                "null | [10, 8] | [0, 160] | dtype",
            })
    void aHeaderThatCannotBeTrueIsRefusedWithTheField(String type, String shape, String offsets, String field)
            throws IOException {
        write("config.json", SMALL);
        safetensors(
                "model.safetensors",
                "{\"a.weight\": {\"dtype\": %s, \"shape\": %s, \"data_offsets\": %s}}".formatted(type, shape, offsets));
        assertThatThrownBy(() -> ModelFiles.read(folder))
                .hasMessageContaining("tensor a.weight")
                .hasMessageContaining(field);
    }

    @Test
    void tensorsThatOverlapAreRefused() throws IOException {
        write("config.json", SMALL);
        safetensors(
                "model.safetensors",
                "{\"a\": {\"dtype\": \"BF16\", \"shape\": [80], \"data_offsets\": [0, 160]}, \"b\": {\"dtype\": \"BF16\","
                        + " \"shape\": [80], \"data_offsets\": [159, 319]}}");
        assertThatThrownBy(() -> ModelFiles.read(folder)).hasMessageContaining("data_offsets of b overlap those of a");
    }

    @Test
    void anIndexGivesParametersOfArchitecturesThatNobodyKnows() throws IOException {
        write("config.json", SMALL.replace("llama", "unheard_of"));
        write(
                "model.safetensors.index.json",
                "{\"metadata\": {\"total_size\": 4320}, \"weight_map\": {\"a\": \"b.st\"}}");
        assertThat(size(folder).totalParameters()).isEqualTo(2160);
        write(
                "model.safetensors.index.json",
                "{\"metadata\": {\"total_size\": 4320, \"total_parameters\": 2159}, \"weight_map\": {\"a\": \"b.st\"}}");
        assertThat(size(folder).totalParameters()).isEqualTo(2159);
        assertThat(size(folder).unknown()).anyMatch(doubt -> doubt.reason().en().contains("index of the checkpoint"));
    }

    private static ModelSize size(Path path) {
        return ModelSizing.of(ModelFiles.read(path));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void safetensors(String name, String header) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(folder.resolve(name), bytes.putLong(text.length).put(text).array());
    }

    /** Three latent layers, eight experts of which two are used, in Q4_K, F32 and Q6_K. */
    private static byte[] gguf(int version) {
        Gguf file = new Gguf();
        file.whole32(0x46554747).whole32(version).whole64(3).whole64(9);
        file.text("general.architecture").whole32(8).text("deepseek2");
        file.count("deepseek2.block_count", 3).count("deepseek2.attention.head_count", 16);
        file.count("deepseek2.attention.kv_lora_rank", 512).count("deepseek2.rope.dimension_count", 64);
        file.count("deepseek2.expert_count", 8).count("deepseek2.expert_used_count", 2);
        file.text("tokenizer.ggml.tokens")
                .whole32(9)
                .whole32(8)
                .whole64(2)
                .text("a")
                .text("b");
        file.text("general.scale").whole32(6).whole32(0);
        file.tensor("token_embd.weight", 12, 512).tensor("blk.0.attn_q.weight", 0, 1024);
        file.tensor("blk.0.ffn_up_exps.weight", 14, 256, 8, 4);
        return file.bytes();
    }

    /** Writes the parts of a GGUF file. */
    private static final class Gguf {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Gguf whole32(int value) {
            out.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(value)
                    .array());
            return this;
        }

        Gguf whole64(long value) {
            out.writeBytes(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(value)
                    .array());
            return this;
        }

        Gguf text(String text) {
            whole64(text.length());
            out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Gguf count(String key, int value) {
            return text(key).whole32(4).whole32(value);
        }

        Gguf tensor(String name, int type, long... dimensions) {
            text(name).whole32(dimensions.length);
            for (long dimension : dimensions) {
                whole64(dimension);
            }
            return whole32(type).whole64(0);
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }

    @Test
    void theSameFilesHaveTheSameFingerprint() {
        List<String> names = Fixture.names();
        assertThat(names.stream().map(name -> Fixture.facts(name).sha256())).doesNotHaveDuplicates();
        assertThat(Fixture.facts(names.get(0)).sha256())
                .isEqualTo(Fixture.facts(names.get(0)).sha256());
    }
}
