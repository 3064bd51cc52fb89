package advisor.facts.unit;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.text.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingTest {
    @Test
    void figuresAreNamedOnceAndInOneOrder() {
        assertThat(Missing.named(List.of())).isEqualTo(new Text("", ""));
        assertThat(Missing.named(List.of(Missing.PRICE))).isEqualTo(new Text("a price", "价格"));
        assertThat(Missing.named(List.of(Missing.PRICE, Missing.POWER, Missing.BANDWIDTH, Missing.POWER)))
                .isEqualTo(new Text(
                        "the memory bandwidth of a device, a price and the power of a device", "单设备显存带宽、价格和单设备功率"));
    }
}
