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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
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
                        new TreeMap<>(),
                        ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "经销商|dealer",
                "代理商|dealer",
                "总代|dealer",
                "授权经销商|dealer",
                "渠道|dealer",
                "经销商渠道|dealer",
                "官方渠道|official",
                "原厂直供|official",
                "行货|official",
                "二手|used",
                "拆机卡|used",
                "水货|grey",
                "灰色渠道|grey",
                "grey market|grey",
                "reseller|dealer",
                "second-hand|used"
            })
    void theChannelIsReadInTheWordsOfSellers(String said, @Nullable String channel) {
        Optional<String> read = term(said, OfferTerm.CHANNEL);
        assertThat(read).isEqualTo(Optional.ofNullable(channel));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "原厂质保|manufacturer",
                "原厂三年质保|manufacturer",
                "三年原厂保修|manufacturer",
                "厂家保修3年|manufacturer",
                "3-year manufacturer warranty|manufacturer",
                "三年保修|dealer",
                "质保三年|dealer",
                "保修36个月|dealer",
                "整机三年质保|dealer",
                "经销商质保|dealer",
                "全国联保|dealer",
                "3 years warranty|dealer",
                "无质保|no",
                "不保|no",
                "已过保|no",
                "no warranty|no"
            })
    void theWarrantyIsReadInTheWordsOfSellers(String said, @Nullable String warranty) {
        assertThat(term(said, OfferTerm.WARRANTY)).isEqualTo(Optional.ofNullable(warranty));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"现货", "含税", "不含税", "全新", "可开专票", "13%增值税专用发票", "交期4周", "四周到货", "包邮", "in stock", "plus VAT"})
    void whatSellersSayAndNothingCountsIsKeptAside(String said) {
        assertThat(quote("8 x nvidia-l40s, 56万, " + said + ", 全新").aside()).isEqualTo(said + ", 全新");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7万一张", "7万/卡", "单价7万", "单卡7万", "每块7万", "总价56万", "含税56万", "56万含税", "报价：56万", "56万（含税）"})
    void aPriceIsReadInTheWordsOfSellers(String price) {
        assertThat(quote("8张 nvidia-l40s，" + price + "，整机").price())
                .isEqualTo(new Money(BigDecimal.valueOf(560_000), Currency.CNY));
    }

    private static Optional<String> term(String said, OfferTerm term) {
        Map<OfferTerm, String> terms = new EnumMap<>(OfferTerm.class);
        OfferTerm.read(said, terms);
        return Optional.ofNullable(terms.get(term));
    }

    @Test
    void aPriceForEachDeviceIsTimesTheDevices() {
        assertThat(quote("8 x nvidia-l40s, $9,750 each").price()).isEqualTo(dollars(78_000));
        assertThat(quote("8 x nvidia-l40s，每卡 7万").price())
                .isEqualTo(new Money(BigDecimal.valueOf(560_000), Currency.CNY));
    }

    @Test
    void whatIsNotSaidIsNotKnown() {
        StatedOffer offer = quote("1 x nvidia-l40s, $9750");
        assertThat(offer.warranty()).isNull();
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
                .use(Arbitraries.of(Warranty.class).injectNull(0.2))
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
        private @Nullable Warranty warranty;
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
                    owned && warranty == null ? Warranty.NONE : warranty,
                    owned ? Channel.DEALER : channel,
                    covers,
                    devices % 2 == 0 ? null : 512.0,
                    owned ? null : TODAY,
                    new TreeMap<>(figures),
                    devices % 3 == 0 ? "现货, 含税" : "");
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
