package advisor.advice.hole;

import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** The amounts that people say, as rungs: 1, 1.1, 1.2 … 9.5, and the same in every power of ten. */
final class Ladder {
    private static final int[] STEPS = {
        10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 24, 26, 28, 30, 32, 35, 38, 40, 45, 50, 55, 60, 65, 70, 75, 80,
        85, 90, 95
    };

    /** Rungs from an amount to ten times as much. */
    static final int TENFOLD = STEPS.length;

    private Ladder() {}

    static BigDecimal amount(int rung) {
        int exponent = Math.floorDiv(rung, TENFOLD) - 1;
        return BigDecimal.valueOf(STEPS[Math.floorMod(rung, TENFOLD)]).scaleByPowerOfTen(exponent);
    }

    /** The highest rung that is no more than an amount above zero. */
    static int below(double amount) {
        int rung = TENFOLD * (int) Math.floor(Math.log10(amount));
        while (amount(rung + 1).doubleValue() <= amount) {
            rung++;
        }
        return rung;
    }

    /**
     * The highest rung of some on which something holds that holds on every lower one; few are tried beside the guess.
     *
     * @param guess where it may lie
     */
    static OptionalInt highest(int lowest, int guess, int highest, IntPredicate holds) {
        boolean above = holds.test(guess);
        if (!above && !holds.test(lowest)) {
            return OptionalInt.empty();
        }
        int known = above ? guess : lowest;
        int beyond = above ? highest + 1 : guess;
        for (int stride = 1; known + 1 < beyond; stride *= 2) {
            int stepped = above ? known + stride : beyond - stride;
            int next = stepped > known && stepped < beyond ? stepped : (known + beyond) / 2;
            if (holds.test(next)) {
                known = next;
            } else {
                beyond = next;
            }
        }
        return OptionalInt.of(known);
    }
}
