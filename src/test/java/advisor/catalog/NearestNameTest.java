package advisor.catalog;

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
    void fewNamesAreListedWhenNoneIsNear() {
        assertThat(NearestName.hint("xyz", models))
                .isEqualTo("Known: deepseek-r1, deepseek-v3, llama-3.1-8b, qwen3-8b.");
    }

    @Test
    void manyNamesAreNotListed() {
        List<String> many = IntStream.range(0, 50).mapToObj(i -> "name" + i).toList();
        assertThat(NearestName.hint("xyz", many)).isEmpty();
    }
}
