package advisor.advice;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.facts.CostCurve;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import advisor.sizing.cost.BreakEven;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is said of the loads at which the order turns holds at each of them, however machines come in units. */
class TurnTest {
    private static final int MONTHS = 36;
    private static final long TOKENS = 1_000_000;
    private static final int CASES = 400;

    private final Random random = new Random(20261129);

    private record Drawn(CostCurve machine, CostCurve service, int streams) {
        boolean costsNoMore(CostCurve one, CostCurve other, long load) {
            return one.total(load * TOKENS).compareTo(other.total(load * TOKENS)) <= 0;
        }

        boolean machineFirst() {
            return costsNoMore(machine, service, streams);
        }

        CostCurve own() {
            return machineFirst() ? machine : service;
        }

        CostCurve other() {
            return machineFirst() ? service : machine;
        }
    }

    @Test
    void atTheNearestLoadTheOrderTurnsAndBetweenItDoesNot() {
        int lasting = 0;
        int notLasting = 0;
        for (int i = 0; i < CASES; i++) {
            Drawn drawn = drawn();
            Long first = BreakEven.turn(drawn.machine(), drawn.service());
            if (first == null) {
                continue;
            }
            long from = Math.floorDiv(first - 1, TOKENS) + 1;
            Turn turn = Turn.of(drawn.own(), drawn.other(), TOKENS, drawn.streams(), from);
            holds(drawn, turn, from);
            lasting += turn.lasting() ? 1 : 0;
            notLasting += turn.lasting() ? 0 : 1;
        }
        assertThat(lasting).isGreaterThan(CASES / 20);
        assertThat(notLasting).isGreaterThan(CASES / 20);
    }

    private static void holds(Drawn drawn, Turn turn, long from) {
        assertThat(turn.streams()).isNotEqualTo(drawn.streams());
        if (turn.streams() > 0 && turn.streams() != from) {
            assertThat(drawn.costsNoMore(drawn.other(), drawn.own(), turn.streams()))
                    .as("%s %s", drawn, turn)
                    .isTrue();
        }
        if (turn.streams() < drawn.streams()) {
            assertThat(LongStream.range(turn.streams() + 1, drawn.streams())
                            .filter(load -> load >= from)
                            .noneMatch(load -> drawn.costsNoMore(drawn.other(), drawn.own(), load)))
                    .isTrue();
        }
        if (turn.lasting() && turn.streams() > drawn.streams()) {
            assertThat(LongStream.rangeClosed(turn.streams(), 4 * turn.streams())
                            .allMatch(load -> drawn.costsNoMore(drawn.other(), drawn.own(), load)))
                    .isTrue();
        }
    }

    private Drawn drawn() {
        Money zero = usd(0);
        long capacity = (5 + random.nextInt(100)) * TOKENS;
        CostCurve machine = new CostCurve(
                usd(random.nextInt(400_000)), usd(random.nextInt(3_000)), zero, zero, 0, zero, zero, capacity, MONTHS);
        CostCurve service = CostCurve.service(usd(1 + random.nextInt(200)), MONTHS);
        return new Drawn(machine, service, 1 + random.nextInt(400));
    }

    private static Money usd(double amount) {
        return Money.of(amount, new Currency("USD"));
    }
}
