package advisor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import advisor.Shipped;
import advisor.text.Language;
import advisor.text.LoadException;
import advisor.text.Problem;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What contradicts itself across the files of one catalog is told as it is within one file. */
class OneLoadTest {
    private static final String OFFER = "offers/deepinfra.yaml";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parameters/budget.yaml | overlaps another one in time",
                "countries/us-advanced-chips.yaml | overlaps an earlier one",
                "export/us-nexus.yaml | overlaps an earlier one of the same gate",
                "parts/cards.yaml | are put together by another file too"
            })
    void whatAnotherFileSaysAgainIsTold(String file, String said) {
        SortedMap<String, String> files = files();
        String name = CatalogFiles.idOf(file);
        String again = file.replace(name, name + "z");
        files.put(again, files.getOrDefault(file, "").replaceFirst("id: " + name + "\\b", "id: " + name + "z"));
        assertThat(problems(files)).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.file()).endsWith(again);
            assertThat(problem.message()).contains(said);
            assertThat(problem.line()).isPositive();
            assertThat(problem.in(Language.ZH)).containsPattern("\\p{IsHan}");
        });
    }

    @Test
    void anOfferInThePlaceOfAnOptionIsTold() {
        SortedMap<String, String> files = files();
        files.put("offers/a100-x16.yaml", as("a100-x16", files));
        assertThat(problems(files)).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("catalog/offers/a100-x16.yaml");
            assertThat(problem.message()).contains("catalog/options/a100-x16.yaml");
        });
    }

    @Test
    void anOfferOverAnOptionOfALowerFolderTakesItsPlace() {
        SortedMap<String, String> files = files();
        files.put("2/offers/a100-x16.yaml", as("a100-x16", files));
        assertThat(CatalogLoader.load(new CatalogTexts(files, List.of("catalog", "ours")))
                        .option("a100-x16")
                        .offers())
                .isNotEmpty();
    }

    private static String as(String id, Map<String, String> files) {
        return files.getOrDefault(OFFER, "").replaceFirst("id: deepinfra", "id: " + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"input", "cached_input", "output", "reasoning_output"})
    void aTokenThatCostsLessThanNothingIsTold(String key) {
        SortedMap<String, String> files = files();
        files.put(
                SomeHost.FILE,
                SomeHost.with("- {model: deepseek-r1, input: 1, cached_input: 1, output: 1, reasoning_output: 1}")
                        .replace(" " + key + ": 1", " " + key + ": -1"));
        assertThat(problems(files)).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("The price (-1.0) of tokens (" + key + ")");
            assertThat(problem.line()).isEqualTo(9);
        });
    }

    private static SortedMap<String, String> files() {
        return new TreeMap<>(Shipped.catalog().texts().files());
    }

    private static List<Problem> problems(SortedMap<String, String> files) {
        return catchThrowableOfType(LoadException.class, () -> CatalogLoader.load(new CatalogTexts(files)))
                .problems();
    }
}
