package advisor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.Shipped;
import advisor.text.Language;
import advisor.text.UnknownNameException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UncoveredTest {
    @ParameterizedTest
    @CsvSource({
        "gpt-4o, closed models, 闭源模型",
        "openai/gpt-5-mini, closed models, 闭源模型",
        "o3-mini, closed models, 闭源模型",
        "Claude-Sonnet-4, closed models, 闭源模型",
        "gemini-2.5-pro, closed models, 闭源模型",
        "qwen-max, closed models, 闭源模型",
        "qwen3-embedding-8b, vectors, 向量",
        "BAAI/bge-m3, vectors, 向量",
        "qwen3-reranker-4b, vectors, 向量",
    })
    void whatIsOfAnotherKindIsSaidToBeAndNoNearNameIsGuessed(String name, String en, String zh) {
        assertThatThrownBy(() -> Shipped.catalog().model(name))
                .isInstanceOfSatisfying(UnknownNameException.class, fault -> {
                    assertThat(fault.message(Language.EN))
                            .contains("The model (" + name + ") is not in the catalog.", en)
                            .doesNotContain("Maybe");
                    assertThat(fault.message(Language.ZH)).contains(zh).doesNotContain("是否指");
                });
    }

    @Test
    void noModelOfTheCatalogIsOfAnotherKind() {
        assertThat(Shipped.catalog().models().keySet())
                .allSatisfy(id -> assertThat(Uncovered.why(id)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"gpt-oss-20", "gemma-4", "o2", "qwen3-8", "mistral-large"})
    void anOpenModelThatIsNotThereMayBeAnother(String name) {
        assertThat(Uncovered.why(name)).isEmpty();
    }
}
