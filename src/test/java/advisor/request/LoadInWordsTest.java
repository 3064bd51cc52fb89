package advisor.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.Shipped;
import advisor.facts.Lens;
import advisor.facts.Preset;
import advisor.facts.Request;
import advisor.facts.unit.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** A load in people's words comes to streams and tokens, and says how. */
class LoadInWordsTest {
    private static final Parameters PARAMETERS =
            Parameters.of(Shipped.catalog().parameters(Shipped.TODAY, Lens.EVIDENCE));

    @ParameterizedTest
    @CsvSource({
        // 6 a day each, four times as many at the peak, 1,024 tokens at 20 a second: 28.4, and 1.645 of its roots more
        "users=2000, 38",
        // 130 steps a day each, 500 tokens at 20 a second
        "users=2000;preset=agent, 330",
        "users=2000;active-share=0.05, 100",
        "users=70;active-share=0.1, 7",
        "users=3, 1",
        // 10,000 a day, four times as many at the peak, 1,024 tokens at 20 a second
        "requests-per-day=10000, 32",
        "requests-per-day=10000;peak-factor=1, 10",
        "requests-per-day=10000;peak-factor=1;output-tokens=4096, 32",
        // 500 tokens at 10 a second, day and night
        "requests-per-day=10000;preset=batch, 6",
        "streams=12, 12",
        // what is asked over a day makes the busiest time, unless a share of the users is told
        "users=2000;requests-per-day=900, 5",
        "users=2000;active-share=0.1;requests-per-day=900, 200",
        "streams=12;requests-per-day=900, 12",
        "model=m, 16",
    })
    void peopleComeToStreams(String words, int streams) {
        assertThat(reckoned(words).request().streams()).isEqualTo(streams);
    }

    @ParameterizedTest
    @CsvSource({
        "users=10;preset=chat, 60",
        "users=50, 300",
        // two streams, rounded up, and no more volume for it
        "users=11;preset=chat, 66",
        "users=50;preset=rag, 300",
        "users=50;preset=code, 1150",
        "users=50;preset=agent, 6500",
        "users=50;preset=batch, 1000",
        "users=50;preset=chat;requests-per-day=900, 900",
        // one stream of 500 tokens at 20 a second, day and night
        "users=1000;active-share=0.001;preset=agent, 3456",
        "streams=12, ",
    })
    void peopleAskSoOftenInADay(String words, @Nullable Integer requests) {
        assertThat(reckoned(words).request().requestsPerDay()).isEqualTo(requests);
    }

    @Property(tries = 300, seed = "20261130")
    void whatIsAskedOverADayIsCarriedByTheStreams(
            @ForAll @IntRange(min = 1, max = 90_000) int users,
            @ForAll Preset preset,
            @ForAll @IntRange(min = 1, max = 1000) int perMille) {
        String used = ";preset=" + preset.name().toLowerCase(Locale.ROOT);
        Request load = reckoned("users=" + users + ";active-share=" + perMille / 1e3 + used)
                .request();
        double mean = MeanStreams.of(load, load.requestsPerDay() - 1.0, load.outputTokens(), PARAMETERS);
        assertThat(mean).isLessThanOrEqualTo(load.streams());
        assertThat(LoadInWords.asked(load, 4, PARAMETERS).requestsPerDay()).isBetween(1, load.requestsPerDay() * 4);
    }

    @ParameterizedTest
    @EnumSource(value = Preset.class, mode = Mode.EXCLUDE, names = "NONE")
    void aUseSetsTheLengthsThatAreNotGiven(Preset preset) {
        String name = preset.name().toLowerCase(Locale.ROOT);
        Request used = reckoned("preset=" + name).request();
        assertThat(used.promptTokens()).isEqualTo((int) PARAMETERS.value("load/" + name + "-prompt-tokens"));
        assertThat(used.outputTokens()).isEqualTo((int) PARAMETERS.value("load/" + name + "-output-tokens"));
        assertThat(used.defaultsApplied()).doesNotContain("promptTokens", "outputTokens");
        assertThat(used.waits()).isEqualTo(preset != Preset.BATCH);
        Request given = reckoned("preset=" + name + ";output-tokens=4096;prefix-cache-share=0.5")
                .request();
        assertThat(given.outputTokens()).isEqualTo(4096);
        assertThat(given.prefixCacheShare()).isEqualTo(0.5);
    }

    @Test
    void aStepOfAnAgentReadsMostlyWhatWasSeen() {
        assertThat(reckoned("preset=agent").request().prefixCacheShare())
                .isEqualTo(PARAMETERS.value("load/agent-prefix-cache-share"));
        assertThat(reckoned("preset=chat").request().prefixCacheShare()).isNull();
    }

    @Test
    void whatIsGivenInFiguresStaysAsItIs() {
        Request asked = asked("streams=12;prompt-tokens=100;output-tokens=200;preset=agent;prefix-cache-share=0.5");
        assertThat(LoadInWords.of(asked, PARAMETERS)).isEqualTo(new LoadInWords.Reckoned(asked, Map.of()));
    }

    static Stream<String> told() {
        return Stream.of("users=2000", "requests-per-day=10000;preset=chat", "preset=agent", "model=m");
    }

    @ParameterizedTest
    @MethodSource("told")
    void whatWasTurnedOnceIsNotTurnedAgain(String words) {
        Request once = reckoned(words).request();
        assertThat(LoadInWords.of(once, PARAMETERS)).isEqualTo(new LoadInWords.Reckoned(once, Map.of()));
    }

    @Test
    void theSameRequestForOtherStreamsIsAskedForThose() {
        Request other = reckoned("requests-per-day=10000").request().withStreams(64);
        assertThat(LoadInWords.of(other, PARAMETERS).request().streams()).isEqualTo(64);
        assertThat(other.requestsPerDay()).isEqualTo(20_000);
    }

    @ParameterizedTest
    @CsvSource({"users=20;active-share=0.1;requests-per-day=100000, 60, 2", "streams=2;requests-per-day=100000, 60, 2"})
    void aDayThatIsBusierThanItsBusiestTimeIsRefused(String words, int mean, int busiest) {
        assertThatThrownBy(() -> reckoned(words))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContainingAll(
                        "The requests-per-day (100000) keep " + mean + " streams busy day and night",
                        "the busiest time is said to have " + busiest,
                        "Maybe --streams " + mean + "?");
    }

    @Property(tries = 300, seed = "20261130")
    void aLoadThatWasTakenIsTakenForOtherStreamsToo(
            @ForAll @IntRange(min = 1, max = 90_000) int users,
            @ForAll @IntRange(min = 1, max = 1_000_000) int requests,
            @ForAll @IntRange(min = 1, max = 5_000) int other) {
        String words = "users=" + users + ";requests-per-day=" + requests;
        Assume.that(taken(words));
        Request scaled = reckoned(words).request().withStreams(other);
        assertThat(LoadInWords.of(scaled, PARAMETERS).request().streams()).isEqualTo(other);
    }

    private static boolean taken(String words) {
        try {
            return reckoned(words).request().streams() > 0;
        } catch (BadRequestException e) {
            return false;
        }
    }

    @Test
    void usersAreHalvedOnlyAsFarAsTheyStillAskTheRequestsOfADay() {
        LeverScope scope = new LeverScope(
                reckoned("users=400;active-share=0.15;requests-per-day=40000").request(),
                List.of(),
                PARAMETERS,
                List.of());
        assertThat(RequestTable.USERS.reach(scope)).containsExactly(List.of("200"));
        assertThat(RequestTable.REQUESTS_PER_DAY.reach(scope)).isNotEmpty();
    }

    @Test
    void morePeopleThanCanBeSizedAreRefused() {
        assertThatThrownBy(() -> reckoned("users=20000000"))
                .isInstanceOf(BadRequestException.class)
                .hasMessage("The users (20000000) come to 285322 streams, and 100000 are the most.");
    }

    @Property(tries = 300, seed = "20261128")
    void moreUsersNeverTakeFewerStreams(
            @ForAll @IntRange(min = 1, max = 90_000) int users,
            @ForAll @IntRange(max = 9_000) int more,
            @ForAll @IntRange(min = 1, max = 1000) int perMille) {
        String active = ";active-share=" + perMille / 1e3;
        assertThat(streams("users=" + (users + more) + active))
                .isGreaterThanOrEqualTo(streams("users=" + users + active));
        assertThat(streams("users=" + users + active)).isBetween(1, users);
    }

    @Property(tries = 300, seed = "20261129")
    void moreRequestsNeverTakeFewerStreams(
            @ForAll @IntRange(min = 1, max = 1_000_000) int requests,
            @ForAll @IntRange(max = 100_000) int more,
            @ForAll Preset preset) {
        String used = ";preset=" + preset.name().toLowerCase(Locale.ROOT);
        assertThat(streams("requests-per-day=" + (requests + more) + used))
                .isGreaterThanOrEqualTo(streams("requests-per-day=" + requests + used));
    }

    /** The streams, which the formula must come to. */
    private static int streams(String words) {
        LoadInWords.Reckoned load = reckoned(words);
        assertThat(load.reckoned().get(RequestTable.STREAMS).value().likely())
                .isEqualTo(load.request().streams());
        return load.request().streams();
    }

    private static LoadInWords.Reckoned reckoned(String words) {
        return LoadInWords.of(asked(words), PARAMETERS);
    }

    /** {@code name=value;name=value} */
    private static Request asked(String words) {
        Map<String, String> fields = new TreeMap<>(Map.of("model", "m"));
        Arrays.stream(words.split(";")).map(word -> word.split("=")).forEach(word -> fields.put(word[0], word[1]));
        return new RequestForm(fields).request(Shipped.TODAY);
    }
}
