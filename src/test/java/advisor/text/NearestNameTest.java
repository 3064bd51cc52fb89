package advisor.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    private final List<String> models = List.of("deepseek-r1", "deepseek-v3", "qwen3-8b", "llama-3.1-8b");

    @Test
    void aTypingErrorIsRecognised() {
        assertThat(NearestName.hint("deepsek-r1", models)).startsWith("Maybe deepseek-r1 or deepseek-v3");
    }

    @Test
    void aPartOfANameIsRecognised() {
        assertThat(NearestName.hint("qwen3", models)).startsWith("Maybe qwen3-8b");
    }

    @Test
    void eachWordOfANameIsRecognised() {
        List<String> cards = List.of("nvidia-rtx-4090", "nvidia-rtx-4090-48gb-modified", "huawei-atlas-300i-duo");
        assertThat(NearestName.hint("RTX 4090 48G", cards)).isEqualTo("Maybe nvidia-rtx-4090-48gb-modified?");
        assertThat(NearestName.hint("Atlas 300I Duo", cards)).isEqualTo("Maybe huawei-atlas-300i-duo?");
    }

    @Test
    void fewNamesAreListedWhenNoneIsNear() {
        assertThat(NearestName.hint("xyz", models))
                .isEqualTo("Known: deepseek-r1, deepseek-v3, llama-3.1-8b, qwen3-8b.");
    }

    @Test
    void manyNamesAreNotListed() {
        List<String> many = IntStream.range(0, 50).mapToObj(i -> "name" + i).toList();
        assertThat(NearestName.hint("xyz", many)).isEmpty();
    }

    @Test
    void aHintIsInBothLanguages() {
        assertThat(NearestName.hintText("deepseek-r2", List.of("deepseek-r1", "deepseek-v3", "qwen")))
                .satisfies(hint -> {
                    assertThat(hint.en()).startsWith("Maybe deepseek-r1");
                    assertThat(hint.zh())
                            .startsWith("是否指 deepseek-r1")
                            .endsWith("？")
                            .doesNotContain("Maybe", " or ");
                });
        assertThat(NearestName.hintText("x", List.of("b", "a")).zh()).isEqualTo("可用：a, b。");
    }

    @Test
    void whatIsWrittenOtherwiseIsRecognised() {
        List<String> models = List.of("deepseek-r1", "deepseek-v3", "qwen3-32b");
        assertThat(NearestName.same("deepseek-ai/DeepSeek-R1", models)).contains("deepseek-r1");
        assertThat(NearestName.same("DeepSeek R1", models)).contains("deepseek-r1");
        assertThat(NearestName.same("Qwen/Qwen3-32B", models)).contains("qwen3-32b");
        assertThat(NearestName.same("Qwen/Qwen3-32B-Instruct", models)).isEmpty();
        assertThat(NearestName.same("", models)).isEmpty();
        assertThat(NearestName.same("a.b", List.of("a-b", "ab"))).isEmpty();
    }

    @Test
    void theSameSignsInAnotherOrderAreNear() {
        assertThat(NearestName.hint("8xb200", List.of("b200-x8", "h100-x8-research", "b300-x8")))
                .startsWith("Maybe b200-x8");
    }
}
