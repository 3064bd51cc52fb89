package advisor.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlockerSetsTest {
    @Test
    void aBlockerOfEveryFormatKeepsTheOptionOutAlone() {
        assertThat(BlockerSets.of(List.of(Set.of("budget"), Set.of("budget", "memory"))))
                .containsExactly(Set.of("budget"));
    }

    @Test
    void formatsThatShareNoBlockerAreKeptOutByOneOfEach() {
        assertThat(BlockerSets.of(List.of(Set.of("floor"), Set.of("memory", "power"))))
                .containsExactly(Set.of("floor", "memory"), Set.of("floor", "power"));
    }

    @Test
    void noSetHoldsASmallerOne() {
        assertThat(BlockerSets.of(List.of(Set.of("a", "b"), Set.of("a", "c"), Set.of("b", "c", "a"))))
                .containsExactly(Set.of("a"), Set.of("b", "c"));
    }

    @Test
    void aFormatWithoutBlockersIsNotKeptOut() {
        assertThat(BlockerSets.of(List.of(Set.of("budget"), Set.of()))).isEmpty();
    }
}
