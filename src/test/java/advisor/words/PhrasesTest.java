package advisor.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import advisor.Shipped;
import advisor.report.screen.Columns;
import advisor.report.screen.Screen;
import advisor.report.text.CatalogReport;
import advisor.text.Language;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {
    private static final List<Enum<?>> CONSTANTS = all();

    @ParameterizedTest
    @ValueSource(strings = {"phrases", "fields", "amounts"})
    void everyPhraseExistsInBothLanguagesWithTheSameGaps(String bundle) throws IOException {
        Properties english = properties(bundle, "en");
        Properties chinese = properties(bundle, "zh");
        assertThat(chinese.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        for (Object key : english.keySet()) {
            assertThat(gaps(chinese, key)).as(key.toString()).isEqualTo(gaps(english, key));
        }
    }

    /** Two types of one name would share their words. */
    @Test
    void noKeyNamesConstantsOfTwoTypes() throws IOException {
        Set<String> keys = keys("phrases");
        Map<String, Long> types = CONSTANTS.stream()
                .map(Phrases::key)
                .filter(keys::contains)
                .collect(Collectors.groupingBy(key -> key, TreeMap::new, Collectors.counting()));
        assertThat(types)
                .hasSizeGreaterThan(100)
                .allSatisfy((key, count) -> assertThat(count).as(key).isOne());
    }

    @Test
    void aTypeOfWhichOneConstantHasWordsHasThemForAll() throws IOException {
        Set<String> keys = keys("phrases");
        Set<Class<?>> named = CONSTANTS.stream()
                .filter(constant -> keys.contains(Phrases.key(constant)))
                .map(Enum::getDeclaringClass)
                .collect(Collectors.toSet());
        assertThat(CONSTANTS.stream().filter(constant -> named.contains(constant.getDeclaringClass())))
                .extracting(Phrases::key)
                .isSubsetOf(keys);
    }

    @Test
    void whatIsSaidIsThere() throws IOException {
        Set<String> keys = keys("phrases");
        Pattern said = Pattern.compile("phrases\\s*\\.say\\(\\s*\"([^\"]*[^.\"])\"");
        sources(".java")
                .forEach((file, text) -> assertThat(all(said, text)).as(file).isSubsetOf(keys));
    }

    /** A key stands in the code as it is, or begins with what does; or it is that of a constant. */
    @Test
    void noWordsAreLeftThatNobodySays() throws IOException {
        Pattern quoted = Pattern.compile("[\"'`]([\\w.-]+)(?=[\"'`$])");
        Set<String> literals = Stream.of(".java", ".js", ".html", ".md")
                .flatMap(ending -> sources(ending).values().stream())
                .flatMap(text -> all(quoted, text).stream())
                .collect(Collectors.toSet());
        Set<String> named = CONSTANTS.stream().map(Phrases::key).collect(Collectors.toSet());
        assertThat(Stream.concat(keys("phrases").stream(), keys("amounts").stream()))
                .allMatch(key -> named.contains(key)
                        || literals.contains(key)
                        || literals.stream().anyMatch(part -> part.endsWith(".") && key.startsWith(part)));
    }

    private static List<Enum<?>> all() {
        List<Enum<?>> constants = new ArrayList<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("advisor").stream()
                        .filter(JavaClass::isEnum)
                        .map(JavaClass::reflect)
                        .filter(Class::isEnum)
                        .forEach(type -> Stream.of(type.getEnumConstants())
                                .forEach(constant -> constants.add((Enum<?>) constant)));
        return constants;
    }

    private static Set<String> keys(String bundle) throws IOException {
        return properties(bundle, "en").stringPropertyNames();
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Map<String, String> sources(String ending) {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                texts.put(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everythingInTheCatalogCanBeShown(Language language) {
        CatalogReport report = new CatalogReport(Screen.file(language));
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
        CatalogReport report = new CatalogReport(Screen.file(language));
        Shipped.catalog().options().values().stream()
                .flatMap(option -> report.show(option).lines())
                .forEach(line -> assertThat(Columns.width(line)).as(line).isLessThanOrEqualTo(100));
    }

    private static Set<String> gaps(Properties phrases, Object key) {
        return Pattern.compile("\\{\\d+\\}")
                .matcher(phrases.getProperty(key.toString()))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Properties properties(String bundle, String language) throws IOException {
        Properties properties = new Properties();
        Path file = Path.of("src/main/resources/advisor/words/" + bundle + "_" + language + ".properties");
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
