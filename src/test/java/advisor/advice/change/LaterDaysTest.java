package advisor.advice.change;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Request;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LaterDaysTest {
    private static final LocalDate GUIDANCE = LocalDate.of(2025, 5, 13);

    /** The guidance of that day names parts of Ascend, and speaks of all others that are made in China. */
    @Test
    void whatAnAuthoritySaysOfAClassOfPartsIsADayForEachOfThem() {
        Request request = Shipped.request("model", "deepseek-r1", "jurisdiction", "US", "as-of", "2025-04-01");
        assertThat(new LaterDays(Shipped.catalog(), request, Shipped.catalog().option("kunlun-p800-x8"))
                        .with(Shipped.rules()))
                .contains(GUIDANCE);
    }
}
