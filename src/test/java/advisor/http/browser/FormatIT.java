package advisor.http.browser;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.facts.unit.Bytes;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import advisor.text.Language;
import advisor.words.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page writes amounts as the command line does. */
@ExtendWith(BrowserTests.class)
class FormatIT {
    private static final long SEED = 20261122;
    private static final int DRAWN = 2_000;
    /** Modules of their own: those that the page runs are in its bundle. */
    private static final String WRITTEN =
            """
            const [name, values, more, done] = arguments;
            Promise.all([import('/format.js'), import('/words.js'), import('/state.js')])
              .then(async ([format, words, { state }]) => {
                state.language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
                await words.learnMore('later');
                return values.map((value) => format[name](value, more));
              })
              .then(done, (problem) => done([String(problem)]));
            """;

    private final Browser browser;
    private final Page page;

    FormatIT(Browser browser, ServedAdvisor advisor) {
        this.browser = browser;
        this.page = new Page(browser, advisor);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void amountsAreWrittenAsOnTheCommandLine(Language language) {
        page.at("#/advice?lang=" + language.name().toLowerCase(Locale.ROOT));
        Wording wording = new Wording(language);
        for (String code : List.of("CNY", "USD", "EUR", "XXX")) {
            Currency currency = new Currency(code);
            compare("money", code, whole(), amount -> wording.money(Money.of(amount, currency)));
        }
        compare("bytes", "", whole(), count -> wording.bytes(new Bytes(Math.round(count))));
        compare("number", "", drawn(), wording::number);
        compare("precise", "", drawn(), wording::precise);
        compare("percent", "", shares(), wording::percent);
    }

    private void compare(String name, String more, List<Double> values, Function<Double, String> expected) {
        List<?> written = (List<?>) browser.runAsync(WRITTEN, name, values, more);
        assertThat(written).hasSameSizeAs(values);
        assertThat(IntStream.range(0, values.size()).mapToObj(i -> values.get(i) + ": " + written.get(i)))
                .as(name + " " + more)
                .containsExactlyElementsOf(values.stream()
                        .map(value -> value + ": " + expected.apply(value))
                        .toList());
    }

    /** Of every order of magnitude, and of either sign; the sums of money and bytes that JSON holds are whole. */
    private static List<Double> whole() {
        return drawn().stream().map(value -> (double) Math.round(value)).toList();
    }

    private static List<Double> drawn() {
        Random random = new Random(SEED);
        return Stream.generate(() -> Math.pow(10, random.nextDouble() * 16 - 3))
                .limit(DRAWN)
                .map(value -> random.nextInt(8) == 0 ? -value : value)
                .toList();
    }

    private static List<Double> shares() {
        Random random = new Random(SEED);
        return Stream.generate(random::nextDouble).limit(DRAWN).toList();
    }
}
