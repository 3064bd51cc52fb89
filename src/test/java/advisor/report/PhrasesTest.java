package advisor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import advisor.Shipped;
import advisor.model.Language;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {
    @ParameterizedTest
    @ValueSource(strings = {"phrases", "fields"})
    void everyPhraseExistsInBothLanguagesWithTheSameGaps(String bundle) throws IOException {
        Properties english = properties(bundle, "en");
        Properties chinese = properties(bundle, "zh");
        assertThat(chinese.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        for (Object key : english.keySet()) {
            assertThat(gaps(chinese, key)).as(key.toString()).isEqualTo(gaps(english, key));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everythingInTheCatalogCanBeShown(Language language) {
        CatalogReport report = new CatalogReport(language);
        assertThatCode(() -> {
                    Shipped.catalog().options().values().forEach(report::show);
                    Shipped.catalog().models().values().forEach(report::show);
                    Shipped.catalog().accelerators().values().forEach(report::show);
                    Shipped.catalog().sources().values().forEach(report::show);
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void sheetsFitAHundredColumns(Language language) {
        CatalogReport report = new CatalogReport(language);
        Shipped.catalog().options().values().stream()
                .flatMap(option -> report.show(option).lines())
                .forEach(line -> assertThat(Columns.width(line)).as(line).isLessThanOrEqualTo(100));
    }

    private static java.util.Set<String> gaps(Properties phrases, Object key) {
        return java.util.regex.Pattern.compile("\\{\\d+\\}")
                .matcher(phrases.getProperty(key.toString()))
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Properties properties(String bundle, String language) throws IOException {
        Properties properties = new Properties();
        Path file = Path.of("src/main/resources/advisor/report/" + bundle + "_" + language + ".properties");
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
