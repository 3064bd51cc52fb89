package advisor.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OfferTableTest {
    private static final String MACHINE = "8 x nvidia-l40s, ";

    @Test
    void aColumnIsKnownHoweverItsNameIsWritten() {
        assertThat(line("price", "300000", "Currency", "USD")).isEqualTo(MACHINE + "300000USD");
        assertThat(line("PRICE", "300000", " currency ", "USD", "Valid-Until", "2026-12-31"))
                .isEqualTo(MACHINE + "300000USD, valid until 2026-12-31");
    }

    @Test
    void whatIsSaidTwiceIsKeptToBeRefused() {
        assertThat(line("price", "300000", "Price", "5")).isEqualTo(MACHINE + "300000, Price: 5");
        assertThat(line("price", "300000", "currency", "USD", "Currency", "CNY"))
                .isEqualTo(MACHINE + "300000USD, Currency: CNY");
    }

    @Test
    void whatIsNoColumnIsKeptToBeRefused() {
        assertThat(line("price", "300000", "Colour", "red", "size", " ")).isEqualTo(MACHINE + "300000, Colour: red");
    }

    private static String line(String... cells) {
        Map<String, String> row = new LinkedHashMap<>(Map.of("count", "8", "accelerator", "nvidia-l40s"));
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        return OfferTable.line(row);
    }
}
