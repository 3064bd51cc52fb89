package advisor.sizing;

import advisor.model.BillItem;
import advisor.model.CostPart;
import advisor.model.Currency;
import advisor.model.DeploymentOption;
import advisor.model.Interval;
import advisor.model.Money;
import advisor.model.MoneyRange;
import advisor.model.Power;
import advisor.model.Request;
import advisor.model.Warranty;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What it costs to own a machine: price, set-up, running it, and what it is worth in the end. */
final class PurchaseCost {
    private static final double MONTHS_PER_YEAR = 12;
    private static final double WORKING_DAYS_PER_MONTH = 21;
    private static final String SOFTWARE = "software";
    private static final String DOMESTIC_TARIFF = "electricity/tariff-cn-domestic-chips";

    private final Request request;
    private final DeploymentOption option;
    private final Power power;
    private final Assumptions assumptions;
    private final Exchange exchange;
    private final Outlook.Prices prices;
    private final Quotes quotes;
    private final Place place;
    private final Staff staff;

    PurchaseCost(
            Request request,
            DeploymentOption option,
            Power power,
            Assumptions assumptions,
            Exchange exchange,
            Outlook.Prices prices) {
        this.request = request;
        this.option = option;
        this.power = power;
        this.assumptions = assumptions;
        this.exchange = exchange;
        this.prices = prices;
        this.quotes = new Quotes(option.quotes(), request, exchange);
        this.place = Place.of(request.jurisdiction());
        this.staff = new Staff(place, assumptions, exchange);
    }

    CostLines lines() {
        CostLines lines = new CostLines(request.currency(), request.horizonMonths());
        MoneyRange price = price();
        lines.add(CostPart.HARDWARE, price);
        lines.add(CostPart.SETUP, setup());
        lines.add(CostPart.POWER, electricity());
        lines.add(CostPart.MAINTENANCE, monthlyShare(price, assumptions.range("cost/maintenance-share-year")));
        lines.add(CostPart.REPAIR, repair(price));
        lines.add(CostPart.STAFF, staff.monthly("cost/staff-per-device", option.devices()));
        lines.add(CostPart.CAPITAL, capital(price));
        lines.add(
                CostPart.REPLACEMENT, price == null ? null : replacement(price).times(replacements()));
        lines.add(
                CostPart.RESALE,
                price == null ? null : resale(price, ageAtEnd()).negated());
        return lines;
    }

    Quotes quotes() {
        return quotes;
    }

    /** A new machine less what the worn one brings. */
    MoneyRange replacement(MoneyRange price) {
        MoneyRange resale = resale(price, lifeMonths());
        return new MoneyRange(
                price.low().minus(resale.high()),
                price.likely().minus(resale.likely()),
                price.high().minus(resale.low()));
    }

    int lifeMonths() {
        return (int) Math.round(assumptions.value("cost/life-months"));
    }

    /** What is asked for the whole; the hardware of its bill if nobody ever asked a price. */
    @Nullable MoneyRange price() {
        MoneyRange stated =
                option.quotes().isEmpty() ? billed(item -> !item.group().equals(SOFTWARE)) : quotes.range();
        return stated == null ? null : prices.of(option, stated);
    }

    /** The software of the bill, unless the price is that of the same document and holds it already; else days of work. */
    private MoneyRange setup() {
        MoneyRange billed = billed(item -> item.group().equals(SOFTWARE));
        if (billed == null) {
            return staff.monthly("cost/setup-days-per-device", option.devices() / WORKING_DAYS_PER_MONTH);
        }
        String document = Quotes.document(option.billOfMaterials().get(0).source());
        return quotes.likelyFrom(document) ? MoneyRange.exactly(Money.zero(request.currency())) : billed;
    }

    private @Nullable MoneyRange billed(Predicate<BillItem> wanted) {
        return option.billOfMaterials().stream()
                .filter(wanted)
                .map(item -> exchange.convert(item.price()))
                .reduce(MoneyRange::plus)
                .orElse(null);
    }

    private @Nullable MoneyRange electricity() {
        Double kilowatts = power.allInKilowatts();
        if (kilowatts == null) {
            return null;
        }
        if (power.allInEstimated()) {
            PowerSizing.FACTORS.forEach(assumptions::range);
        }
        return tariff().times(kilowatts * TokenLoad.HOURS_PER_MONTH);
    }

    /** A tariff that only some regions grant is the low end, not the likely price. */
    private MoneyRange tariff() {
        MoneyRange usual = exchange.parameter(place.parameter("electricity/tariff"), place.currency());
        String home = option.accelerator().domesticIn();
        boolean domestic = home != null && home.equals(request.jurisdiction()) && assumptions.has(DOMESTIC_TARIFF);
        return domestic ? usual.widenedBy(exchange.parameter(DOMESTIC_TARIFF, Currency.CNY)) : usual;
    }

    /** Of a machine for whose parts nobody answers. */
    private @Nullable MoneyRange repair(@Nullable MoneyRange price) {
        return option.warranty() != Warranty.NONE
                ? MoneyRange.exactly(Money.zero(request.currency()))
                : monthlyShare(
                        price, assumptions.range("cost/repairs-year").times(assumptions.range("cost/repair-share")));
    }

    /** On the mean of what the machine is worth at first and in the end. */
    private @Nullable MoneyRange capital(@Nullable MoneyRange price) {
        double tiedUp = (1 + kept(ageAtEnd()).likely()) / 2;
        MoneyRange whole = monthlyShare(price, assumptions.range("cost/capital-rate-year"));
        return whole == null ? null : whole.times(tiedUp);
    }

    private static @Nullable MoneyRange monthlyShare(@Nullable MoneyRange price, Interval shareOfYear) {
        return price == null ? null : price.times(shareOfYear).times(1 / MONTHS_PER_YEAR);
    }

    /** What a machine of that age brings, of the lowest price: what is asked now is not got then. */
    private MoneyRange resale(MoneyRange price, int months) {
        return MoneyRange.exactly(price.low()).times(kept(months));
    }

    private Interval kept(int months) {
        return assumptions.range("cost/value-kept-year").map(share -> Math.pow(share, months / MONTHS_PER_YEAR));
    }

    private int replacements() {
        return (request.horizonMonths() - 1) / lifeMonths();
    }

    private int ageAtEnd() {
        return request.horizonMonths() - replacements() * lifeMonths();
    }
}
