package advisor.cli.option;

import static advisor.cli.JsonReading.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.cli.CommandRun;
import advisor.request.RequestForm;
import advisor.sizing.Fixture;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that is named by its files. */
class DescribedModelTest {
    @Test
    void adviceIsGivenForAModelFromItsFiles() throws IOException {
        Path file = Fixture.file("deepseek-r1");
        String described = advise(file.toString());
        JsonNode node = new JsonMapper().readTree(described);
        assertThat(node.at("/request/model").asText()).isEqualTo("deepseek-r1");
        assertThat(weights(node, "h200-sxm-x8-self-built")).isEqualTo(673_150_611_808L);
        assertThat(weights(node, "h200-sxm-x8-self-built"))
                .isEqualTo(weights(new JsonMapper().readTree(advise("deepseek-r1")), "h200-sxm-x8-self-built"));
        assertThat(advise(file.toString())).isEqualTo(described);
    }

    @Test
    void optionsThatDependOnWhatIsNotKnownAreUndecided() throws IOException {
        JsonNode node = new JsonMapper()
                .readTree(advise(Fixture.file("deepseek-v4-flash").toString()));
        assertThat(verdict(node, "h200-sxm-x8-self-built").path("stance").asText())
                .isEqualTo("undecided");
        String text = CommandRun.of(
                        "advise", "--model", Fixture.file("deepseek-v4-flash").toString(), "--lang", "en")
                .out();
        assertThat(text).contains("quantisation \"fp8, experts fp4\" is not known");
    }

    /** Then nothing of it is left out by any token, and the share of one expert is no number. */
    @Test
    void aModelWhoseTokensUseEveryExpertIsReadWhole(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("config.json"),
                """
                {"architectures": ["MixtralForCausalLM"], "model_type": "mixtral", "hidden_size": 4096,
                 "intermediate_size": 14336, "num_hidden_layers": 32, "num_attention_heads": 32,
                 "num_key_value_heads": 8, "vocab_size": 32000, "num_local_experts": 8, "num_experts_per_tok": 8,
                 "torch_dtype": "bfloat16", "max_position_embeddings": 32768}
                """);
        CommandRun size =
                CommandRun.of("size", file.toString(), "--on", "nvidia-h100-sxm5-80gb", "--count", "8", "--lang", "en");
        assertThat(size.exitCode()).as(size.err()).isZero();
        assertThat(size.out()).contains("speed of one user").doesNotContain("NaN");
    }

    @Test
    void aCataloguedIdIsNoFolder() {
        assertThat(new RequestForm(Map.of("model", "deepseek-r1"))
                        .request(Shipped.TODAY)
                        .model())
                .isEqualTo("deepseek-r1");
        assertThat(ModelArgument.facts("deepseek-r1", Shipped.catalog())).isNull();
    }

    private static String advise(String model) {
        return CommandRun.of("advise", "--model", model, "--as-of", "2026-11-22", "--output", "json")
                .out();
    }

    private static long weights(JsonNode advice, String option) {
        return verdict(advice, option).at("/memory/weightsBytes").asLong();
    }
}
