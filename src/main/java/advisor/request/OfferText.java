package advisor.request;

import advisor.catalog.DatedParameter.Bounds;
import advisor.catalog.Plausible;
import advisor.facts.offer.Channel;
import advisor.facts.offer.Covers;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.StatedOffer;
import advisor.facts.offer.Warranty;
import advisor.facts.unit.Money;
import advisor.request.amount.Amount;
import advisor.request.amount.Digits;
import advisor.text.Ids;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads machines of one's own and quotes: {@code 8 x nvidia-h20-141gb, 110万, manufacturer warranty}. */
final class OfferText {
    static final String ACCEPTED_QUOTE =
            "8 x nvidia-h20-141gb, 110万, manufacturer warranty, dealer, valid until 2027-03-31";
    static final String ACCEPTED_OWN = "8 x nvidia-a100-sxm4-80gb, worth 40万, host 1024 GB";

    /** Says that there is none. */
    private static final String NO = "no";

    private static final String CARDS = "cards";

    /** Offers stand one below the other, or with semicolons between them. */
    private static final Pattern BETWEEN_OFFERS = Pattern.compile("[;；\\n]");

    /** A comma, but for one within a number. */
    private static final Pattern BETWEEN_TERMS = Pattern.compile("(?<!\\d),|,(?!\\d{3}(?!\\d))|[，、]");

    private final String field;
    private final String line;
    private final boolean owned;
    private final FormNotes notes;
    private final Map<OfferTerm, String> terms = new EnumMap<>(OfferTerm.class);
    private boolean faulty;

    private OfferText(String field, String line, boolean owned, FormNotes notes) {
        this.field = field;
        this.line = line;
        this.owned = owned;
        this.notes = notes;
    }

    /** Every offer of a text; {@code null} if there is none. */
    static @Nullable List<StatedOffer> read(String field, String text, boolean owned, FormNotes notes) {
        List<StatedOffer> offers = BETWEEN_OFFERS
                .splitAsStream(text)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .flatMap(line -> Stream.ofNullable(new OfferText(field, line, owned, notes).offer()))
                .toList();
        return offers.isEmpty() ? null : offers;
    }

    private @Nullable StatedOffer offer() {
        List<String> parts =
                BETWEEN_TERMS.splitAsStream(line).map(String::strip).toList();
        if (parts.isEmpty() || !OfferTerm.readMachine(parts.get(0), terms)) {
            fault(line, "does not begin with how many of which device", "开头须为卡数与型号");
            return null;
        }
        parts.stream().skip(1).filter(part -> !OfferTerm.read(part, terms)).forEach(this::notUnderstood);
        int devices = Integer.parseInt(terms.getOrDefault(OfferTerm.COUNT, "0"));
        int nodes = Integer.parseInt(terms.getOrDefault(OfferTerm.NODES, "1"));
        if (devices < 1 || devices > DeploymentOption.MOST_DEVICES || nodes < 1 || devices % nodes != 0) {
            fault(
                    line,
                    "must count 1 to " + DeploymentOption.MOST_DEVICES + " devices, as many in each node",
                    "的卡数须为 1 至 " + DeploymentOption.MOST_DEVICES + "，且各节点相同");
        }
        StatedOffer offer = new StatedOffer(
                owned,
                devices,
                terms.getOrDefault(OfferTerm.ACCELERATOR, "").toLowerCase(Locale.ROOT),
                nodes,
                price(devices),
                owned || terms.containsKey(OfferTerm.WARRANTY) ? choice(OfferTerm.WARRANTY, Warranty.NONE) : null,
                choice(OfferTerm.CHANNEL, Channel.DEALER),
                CARDS.equals(terms.get(OfferTerm.COVERS)) ? Covers.CARDS : Covers.MACHINE,
                value(OfferTerm.HOST_GB, Double::valueOf),
                value(OfferTerm.VALID_UNTIL, LocalDate::parse),
                figures(),
                terms.getOrDefault(OfferTerm.ASIDE, ""));
        return faulty ? null : offer;
    }

    /** What a quote asks for is said; what is owned may be worth something. */
    private @Nullable Money price(int devices) {
        List<OfferTerm> said = Stream.of(OfferTerm.EACH, OfferTerm.WORTH, OfferTerm.PRICE)
                .filter(terms::containsKey)
                .toList();
        if (said.isEmpty() && !owned) {
            fault(line, "has no price", "没有报价");
        }
        said.stream()
                .filter(term -> said.size() > 1 && term == OfferTerm.PRICE || !isPrice(term))
                .forEach(term -> notUnderstood(terms.getOrDefault(term, "")));
        return said.isEmpty() || faulty
                ? null
                : amount(said.get(0)).times(said.get(0) == OfferTerm.EACH ? devices : 1L);
    }

    /** What is owned has no price, and what was quoted no worth. */
    private boolean isPrice(OfferTerm term) {
        boolean fits = term == OfferTerm.EACH || owned == (term == OfferTerm.WORTH);
        return fits && Amount.parse(terms.getOrDefault(term, "")).isPresent();
    }

    private Money amount(OfferTerm term) {
        String text = terms.getOrDefault(term, "");
        Amount.Read read = Amount.parse(text).orElseThrow();
        notes.amount(field, text, read);
        return read.money();
    }

    private <E extends Enum<E>> E choice(OfferTerm term, E absent) {
        String said = terms.getOrDefault(term, NO).toLowerCase(Locale.ROOT);
        return Stream.of(absent.getDeclaringClass().getEnumConstants())
                .filter(choice -> Ids.of(choice).equals(said))
                .findFirst()
                .orElse(absent);
    }

    private <T> @Nullable T value(OfferTerm term, Function<String, T> reading) {
        String said = terms.get(term);
        try {
            return said == null ? null : reading.apply(said);
        } catch (DateTimeException | NumberFormatException e) {
            notUnderstood(String.valueOf(said));
            return null;
        }
    }

    private SortedMap<String, Double> figures() {
        SortedMap<String, Double> figures = new TreeMap<>();
        OfferTerm.FIGURES.forEach(term -> {
            String said = terms.get(term);
            if (said != null) {
                figures.put(term.key(), figure(term, said));
            }
        });
        return figures;
    }

    /** A figure that no device has is a slip, as it would be in the catalog. */
    private double figure(OfferTerm term, String said) {
        double figure = Double.parseDouble(said);
        Bounds bounds = Plausible.bounds(term.key());
        if (!bounds.accept(figure)) {
            String least = Digits.plain(BigDecimal.valueOf(bounds.least()));
            String most = Digits.plain(BigDecimal.valueOf(bounds.most()));
            fault(
                    OfferTerm.write(Map.of(term, said)),
                    "must be " + least + " to " + most,
                    "须在 " + least + " 至 " + most + " 之间");
        }
        return figure;
    }

    private void notUnderstood(String part) {
        fault(part, "is not understood", "无法理解");
    }

    private void fault(String part, String en, String zh) {
        faulty = true;
        notes.add(
                field,
                "The " + field + " (%s) " + en + ".",
                field + "（%s）" + zh + "。",
                part,
                owned ? ACCEPTED_OWN : ACCEPTED_QUOTE);
    }

    /** An offer as it would be typed. */
    static String write(StatedOffer offer) {
        Map<OfferTerm, String> terms = new EnumMap<>(OfferTerm.class);
        terms.put(OfferTerm.COUNT, Integer.toString(offer.devices()));
        terms.put(OfferTerm.ACCELERATOR, offer.accelerator());
        if (offer.nodes() > 1) {
            terms.put(OfferTerm.NODES, Integer.toString(offer.nodes()));
        }
        Money price = offer.price();
        if (price != null) {
            terms.put(
                    offer.owned() ? OfferTerm.WORTH : OfferTerm.PRICE, Digits.plain(price.amount()) + price.currency());
        }
        Warranty warranty = offer.warranty();
        if (warranty != null) {
            terms.put(OfferTerm.WARRANTY, warranty == Warranty.NONE ? NO : Ids.of(warranty));
        }
        if (!offer.owned()) {
            terms.put(OfferTerm.CHANNEL, Ids.of(offer.channel()));
        }
        if (offer.covers() == Covers.CARDS) {
            terms.put(OfferTerm.COVERS, CARDS);
        }
        put(terms, OfferTerm.HOST_GB, offer.hostGigabytes());
        if (offer.lastDay() != null) {
            terms.put(OfferTerm.VALID_UNTIL, offer.lastDay().toString());
        }
        OfferTerm.FIGURES.forEach(term -> put(terms, term, offer.figures().get(term.key())));
        if (!offer.aside().isEmpty()) {
            terms.put(OfferTerm.ASIDE, offer.aside());
        }
        return OfferTerm.write(terms);
    }

    private static void put(Map<OfferTerm, String> terms, OfferTerm term, @Nullable Double number) {
        if (number != null) {
            terms.put(term, Digits.plain(BigDecimal.valueOf(number)));
        }
    }
}
