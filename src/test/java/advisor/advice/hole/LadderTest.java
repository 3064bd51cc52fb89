package advisor.advice.hole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {
    @ParameterizedTest
    @CsvSource({"1,1", "1.09,1", "1.1,1.1", "9.99,9.5", "10,10", "1149000,1100000", "0.0123,0.012", "999999,950000"})
    void anAmountIsRoundedDownToWhatPeopleSay(double amount, String said) {
        assertThat(Ladder.amount(Ladder.below(amount))).isEqualByComparingTo(said);
    }

    @Test
    void theHighestRungIsFoundWhereverItIsGuessed() {
        for (int highest = 0; highest < 60; highest++) {
            for (int guess = 1; guess < 60; guess++) {
                int wanted = highest;
                Set<Integer> tried = new HashSet<>();
                int found = Ladder.highest(0, guess, 59, rung -> {
                            assertThat(tried.add(rung)).isTrue();
                            return rung <= wanted;
                        })
                        .orElseThrow();
                assertThat(found).isEqualTo(highest);
                assertThat(tried).hasSizeLessThan(14);
            }
        }
    }

    @Test
    void whatHoldsNowhereHasNoHighest() {
        assertThat(Ladder.highest(0, 7, 20, rung -> false)).isEmpty();
    }
}
