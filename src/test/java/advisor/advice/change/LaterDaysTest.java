package advisor.advice.change;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Request;
import advisor.facts.offer.DeploymentOption;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LaterDaysTest {
    private static final LocalDate GUIDANCE = LocalDate.of(2025, 5, 13);

    /** The guidance of that day names parts of Ascend, and speaks of all others that are made in China. */
    @Test
    void whatAnAuthoritySaysOfAClassOfPartsIsADayForEachOfThem() {
        Request request = Shipped.request("model", "deepseek-r1", "jurisdiction", "US", "as-of", "2025-04-01");
        DeploymentOption unnamed = Shipped.catalog()
                .option("ascend-910b-x8")
                .withAccelerator(Shipped.catalog().accelerators().get("kunlun-p800"));
        assertThat(new LaterDays(Shipped.catalog(), request, unnamed).with(Shipped.rules()))
                .contains(GUIDANCE);
    }
}
