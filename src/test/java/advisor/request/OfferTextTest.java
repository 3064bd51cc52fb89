package advisor.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.facts.Request;
import advisor.facts.offer.Channel;
import advisor.facts.offer.Covers;
import advisor.facts.offer.StatedOffer;
import advisor.facts.offer.Warranty;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferTextTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Test
    void aQuoteIsReadInEitherLanguage() {
        StatedOffer english =
                quote("16 x nvidia-h20-96gb in 2 nodes, 2,200,000 CNY, manufacturer warranty, grey, cards only, "
                        + "host 2048 GB, valid until 2026-12-31");
        StatedOffer chinese = quote("16张 nvidia-h20-96gb 共2台，220万，原厂保修，非授权渠道、仅卡、主机内存 2048 GB、有效期至 2026-12-31");
        assertThat(chinese).isEqualTo(english);
        assertThat(english)
                .isEqualTo(new StatedOffer(
                        false,
                        16,
                        "nvidia-h20-96gb",
                        2,
                        new Money(BigDecimal.valueOf(2_200_000), Currency.CNY),
                        Warranty.MANUFACTURER,
                        Channel.GREY,
                        Covers.CARDS,
                        2048.0,
                        LocalDate.of(2026, 12, 31),
                        new TreeMap<>()));
    }

    @Test
    void aPriceForEachDeviceIsTimesTheDevices() {
        assertThat(quote("8 x nvidia-l40s, $9,750 each").price()).isEqualTo(dollars(78_000));
        assertThat(quote("8 x nvidia-l40s，每卡 7万").price())
                .isEqualTo(new Money(BigDecimal.valueOf(560_000), Currency.CNY));
    }

    @Test
    void whatIsNotSaidIsTheWorst() {
        StatedOffer offer = quote("1 x nvidia-l40s, $9750");
        assertThat(offer.warranty()).isEqualTo(Warranty.NONE);
        assertThat(offer.hostGigabytes()).isNull();
    }

    @Test
    void capitalsSayTheSame() {
        assertThat(quote("8 X NVIDIA-L40S, $9,750 Each, No Warranty, Dealer"))
                .isEqualTo(quote("8 x nvidia-l40s, $9,750 each, no warranty, dealer"));
        assertThat(quote("8 x nvidia-l40s, $9750, Manufacturer Warranty").warranty())
                .isEqualTo(Warranty.MANUFACTURER);
    }

    @Test
    void aDeviceThatNobodyKnowsIsDescribed() {
        assertThat(quote("4 x acme-9, 20000EUR, memory 96 GB, bandwidth 4000 GB/s, fp8 296.5 TFLOPS, power 400 W")
                        .figures())
                .isEqualTo(Map.of("memory_gb", 96.0, "bandwidth_gb_s", 4000.0, "fp8_tflops", 296.5, "tdp_w", 400.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quote|nvidia-l40s, $5000|does not begin with",
                "quote|8 x nvidia-l40s|has no price",
                "quote|8 x nvidia-l40s, worth $5000|is not understood",
                "quote|8 x nvidia-l40s, $5000, shiny|(shiny) is not understood",
                "quote|8 x nvidia-l40s, $5000, $6000|($6000) is not understood",
                "quote|8 x nvidia-l40s, $5000, valid until soon|(soon) is not understood",
                "quote|3 x nvidia-l40s in 2 nodes, $5000|as many in each node",
                "quote|0 x nvidia-l40s, $5000|must count 1 to 10000 devices",
                "quote|10001 x nvidia-l40s, $5000|must count 1 to 10000 devices",
                "own|,|(,) does not begin with",
                "own|8 x nvidia-l40s; ,|(,) does not begin with",
                "own|，、|(，、) does not begin with",
                "own|8 x nvidia-l40s, $5000|is not understood",
                "own|8 x nvidia-l40s, worth %s|(%s) is not understood",
                "quote|8 x nvidia-l40s, $5000; 8 y|(8 y) does not begin with"
            })
    void whatIsNotUnderstoodIsToldAndHowItIsSaid(String field, String text, String said) {
        assertThatThrownBy(() -> request(field, text))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining(said)
                .hasMessageContaining("Maybe 8 x");
    }

    @ParameterizedTest
    @CsvSource({
        "memory 0.0001 GB,4 to 2000",
        "memory 3000 GB,4 to 2000",
        "bandwidth 0 GB/s,50 to 40000",
        "bf16 0 TFLOPS,5 to 20000",
        "fp8 0 TFLOPS,5 to 40000",
        "fp4 0 TFLOPS,5 to 80000",
        "int8 0 TOPS,5 to 40000",
        "power 0 W,10 to 3000"
    })
    void aFigureThatNoDeviceHasIsToldWithWhatIsPossible(String figure, String possible) {
        assertThatThrownBy(() -> request("quote", "8 x acme-9, 100w, " + figure))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("The quote (" + figure + ") must be " + possible + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ";", "\n;\n"})
    void nothingTellsOfNothing(String text) {
        assertThat(request("own", text).own()).isEmpty();
    }

    @Property(tries = 300, seed = "20261128")
    void whatIsWrittenIsReadAsItWas(@ForAll("offers") StatedOffer offer) {
        String field = offer.owned() ? "own" : "quote";
        Request request = request(field, OfferText.write(offer));
        assertThat(offer.owned() ? request.own() : request.quotes()).containsExactly(offer);
    }

    @Provide
    Arbitrary<StatedOffer> offers() {
        Arbitrary<Money> prices = Arbitraries.longs()
                .between(1, 999_999_999)
                .map(cents -> new Money(BigDecimal.valueOf(cents, 2).stripTrailingZeros(), Currency.USD))
                .map(money -> new Money(new BigDecimal(money.amount().toPlainString()), money.currency()));
        return Builders.withBuilder(Draft::new)
                .use(Arbitraries.of(true, false))
                .inSetter((draft, owned) -> draft.owned = owned)
                .use(Arbitraries.integers().between(1, 64))
                .inSetter((draft, devices) -> draft.devices = devices)
                .use(Arbitraries.integers().between(1, 4))
                .inSetter((draft, nodes) -> draft.nodes = nodes)
                .use(prices)
                .inSetter((draft, price) -> draft.price = price)
                .use(Arbitraries.of(Warranty.class))
                .inSetter((draft, warranty) -> draft.warranty = warranty)
                .use(Arbitraries.of(Channel.OFFICIAL, Channel.DEALER, Channel.USED, Channel.GREY))
                .inSetter((draft, channel) -> draft.channel = channel)
                .use(Arbitraries.of(Covers.class))
                .inSetter((draft, covers) -> draft.covers = covers)
                .use(Arbitraries.maps(
                        Arbitraries.of(OfferTerm.FIGURES).map(OfferTerm::key),
                        Arbitraries.integers().between(500, 19_999).map(number -> number / 10.0)))
                .inSetter((draft, figures) -> draft.figures = figures)
                .build(Draft::offer);
    }

    /** An offer that is being drawn. */
    private static final class Draft {
        private boolean owned;
        private int devices;
        private int nodes;
        private Money price = Money.zero(Currency.USD);
        private Warranty warranty = Warranty.NONE;
        private Channel channel = Channel.DEALER;
        private Covers covers = Covers.MACHINE;
        private Map<String, Double> figures = Map.of();

        StatedOffer offer() {
            return new StatedOffer(
                    owned,
                    devices * nodes,
                    "acme-9",
                    nodes,
                    price,
                    warranty,
                    owned ? Channel.DEALER : channel,
                    covers,
                    devices % 2 == 0 ? null : 512.0,
                    owned ? null : TODAY,
                    new TreeMap<>(figures));
        }
    }

    private static Money dollars(long amount) {
        return new Money(BigDecimal.valueOf(amount), Currency.USD);
    }

    private static StatedOffer quote(String text) {
        List<StatedOffer> quotes = request("quote", text).quotes();
        assertThat(quotes).hasSize(1);
        return quotes.get(0);
    }

    private static Request request(String field, String text) {
        return new RequestForm(Map.of("model", "deepseek-r1", field, text)).request(TODAY);
    }
}
