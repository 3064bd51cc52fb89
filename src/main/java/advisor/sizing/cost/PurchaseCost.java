package advisor.sizing.cost;

import advisor.facts.CostPart;
import advisor.facts.HostPrice;
import advisor.facts.Request;
import advisor.facts.offer.BillItem;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.Warranty;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Formula.Operator;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.facts.unit.Parameter;
import advisor.text.Text;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What it costs to own a machine: price and set-up, unless it is there already, running it, and what it is worth in the end. */
final class PurchaseCost {
    private static final Text PRICE = new Text("price", "购置价");
    private static final Operand WORKING_DAYS = Operand.exactly(new Text("working days of a month", "每月工作日"), 21, "d");
    private static final Operand ONE = Operand.exactly(new Text("the whole at first", "最初的全部"), 1, "1");
    private static final Operand TWO = Operand.exactly(new Text("for the mean", "取平均"), 2, "1");
    private static final Text AGE = new Text("months of age", "使用月数");
    private static final Text REPLACEMENTS = new Text("times replaced within the horizon", "期内更换次数");
    private static final String SOFTWARE = "software";
    private static final String DOMESTIC_TARIFF = "electricity/tariff-cn-domestic-chips";

    private final Request request;
    private final DeploymentOption option;
    private final Siting siting;
    private final Assumptions assumptions;
    private final Exchange exchange;
    private final Outlook.Prices prices;
    private final Quotes quotes;
    private final HostParts hosts;
    private final HostPrice hostPrice;
    private final Place place;
    private final Staff staff;

    PurchaseCost(
            Request request,
            DeploymentOption option,
            Siting siting,
            Assumptions assumptions,
            Exchange exchange,
            Outlook.Prices prices) {
        this.request = request;
        this.option = option;
        this.siting = siting;
        this.assumptions = assumptions;
        this.exchange = exchange;
        this.prices = prices;
        this.hosts = new HostParts(request, option, assumptions, exchange);
        this.quotes = new Quotes(option.quotes(), request, hosts::priced);
        this.hostPrice = quotes.likely().map(hosts::hostPrice).orElse(HostPrice.QUOTED);
        this.place = Place.of(request.jurisdiction());
        this.staff = new Staff(place, exchange);
    }

    Bill bill() {
        Priced price = price();
        CostLines lines = lines(price);
        Money replacement = price == null
                ? Money.zero(request.currency())
                : replacement(price).amount().likely();
        return new Bill(
                lines.lines(),
                lines.sums(),
                quotes.sources(),
                quotes.oldest(),
                hostPrice,
                quotes.likely().map(quote -> hosts.stated(quote).amount()).orElse(null),
                replacement,
                lifeMonths(),
                Counts.HOURS_PER_MONTH);
    }

    private CostLines lines(@Nullable Priced price) {
        CostLines lines = new CostLines(request.currency(), request.horizonMonths());
        boolean owned = option.owned();
        lines.add(CostPart.HARDWARE, owned ? nothing() : price);
        lines.add(CostPart.SETUP, owned ? nothing() : setup());
        lines.add(CostPart.POWER, electricity());
        lines.add(CostPart.STAFF, staff.monthly(each("cost/staff-per"), devices()));
        if (!option.worthUnknown()) {
            addWhatRestsOnThePrice(lines, price);
        }
        return lines;
    }

    private void addWhatRestsOnThePrice(CostLines lines, @Nullable Priced price) {
        boolean owned = option.owned();
        lines.add(CostPart.MAINTENANCE, monthlyShare(price, assumptions.operand("cost/maintenance-share-year")));
        lines.add(CostPart.REPAIR, repair(price));
        lines.add(
                CostPart.REPLACEMENT, price == null ? null : replacement(price).times(timesReplaced()));
        if (!owned || option.quoted()) {
            addWhatIsTiedUp(lines, price, owned);
        }
    }

    /** Of what is owned only if its owner says what it would fetch: it loses that value whether it is used or not. */
    private void addWhatIsTiedUp(CostLines lines, @Nullable Priced price, boolean owned) {
        lines.add(CostPart.CAPITAL, capital(price));
        lines.add(owned ? CostPart.DEPRECIATION : CostPart.RESALE, price == null ? null : inTheEnd(price, owned));
    }

    /** What a bought machine brings; of one that was there before, what it brings less than now. */
    private Priced inTheEnd(Priced price, boolean owned) {
        Priced resale = resale(price, ageAtEnd());
        return owned ? price.less(resale) : resale.negated();
    }

    /** A new machine less what the worn one brings. */
    private Priced replacement(Priced price) {
        return price.less(resale(price, lifeMonths()));
    }

    private int lifeMonths() {
        return (int) Math.round(assumptions.value("cost/life-months"));
    }

    /**
     * What is asked for the whole. The parts of a bill are no price: nobody says for whom they hold. Nor is it a price of
     * parts if one of them has none.
     */
    private @Nullable Priced price() {
        Priced whole = option.composed() && hostPrice == HostPrice.LEFT_OUT ? null : quotes.range();
        return whole == null ? null : whole.under(prices, option);
    }

    /** The software of the bill, unless the price is that of the same document and holds it already; else days of work. */
    private Priced setup() {
        Priced billed = billed(item -> item.group().equals(SOFTWARE));
        if (billed == null) {
            return staff.monthly(each("cost/setup-days-per"), Operator.QUOTIENT.of(devices(), WORKING_DAYS));
        }
        String document = Quotes.document(option.billOfMaterials().get(0).source());
        return quotes.likelyFrom(document) ? nothing() : billed;
    }

    /** What a device takes, which under a desk is less, and where somebody looks after the machine as it is. */
    private Formula each(String work) {
        Supplier<Formula> alone = () -> assumptions.operand(work + "-desk-device");
        return option.owned() ? alone.get() : siting.mean(alone, () -> assumptions.operand(work + "-device"));
    }

    private @Nullable Priced billed(Predicate<BillItem> wanted) {
        return option.billOfMaterials().stream()
                .filter(wanted)
                .map(item -> exchange.convert(Priced.of(new Text(item.part(), item.part()), item.price(), item)))
                .reduce(Priced::plus)
                .orElse(null);
    }

    private @Nullable Priced electricity() {
        Formula kilowatts = PowerSizing.allIn(option, siting, assumptions::likely);
        return kilowatts == null ? null : tariff().times(kilowatts).times(Counts.MONTH);
    }

    /** A tariff that only some regions grant is the low end, not the likely price. */
    private Priced tariff() {
        Priced usual = exchange.parameter(place.parameter("electricity/tariff"));
        String home = option.accelerator().domesticIn();
        boolean domestic = home != null && home.equals(request.jurisdiction()) && assumptions.has(DOMESTIC_TARIFF);
        return domestic ? usual.widenedBy(exchange.parameter(DOMESTIC_TARIFF)) : usual;
    }

    /** Of a machine for whose parts nobody answers. */
    private @Nullable Priced repair(@Nullable Priced price) {
        return option.warranty() != Warranty.NONE
                ? nothing()
                : monthlyShare(
                        price,
                        Operator.PRODUCT.of(
                                assumptions.operand("cost/repairs-year"), assumptions.operand("cost/repair-share")));
    }

    /** On the mean of what the machine is worth at first and in the end. */
    private @Nullable Priced capital(@Nullable Priced price) {
        Formula worth = Operator.SUM.of(ONE, Operator.LIKELY.of(kept(ageAtEnd())));
        Formula tiedUp = Operator.QUOTIENT.of(worth, TWO);
        Priced whole = monthlyShare(price, assumptions.operand(Parameter.CAPITAL_RATE));
        return whole == null ? null : whole.times(tiedUp);
    }

    private static @Nullable Priced monthlyShare(@Nullable Priced price, Formula shareOfYear) {
        return price == null ? null : price.times(shareOfYear).dividedBy(Counts.YEAR);
    }

    /** What a machine of that age brings, of the lowest price: what is asked now is not got then. */
    private Priced resale(Priced price, int months) {
        return price.lowEnd().times(kept(months));
    }

    private Formula kept(int months) {
        Formula years = Operator.QUOTIENT.of(Operand.exactly(AGE, months, "1"), Counts.YEAR);
        return Operator.POWER.of(assumptions.operand(Parameter.VALUE_KEPT), years);
    }

    private Priced nothing() {
        return Priced.of(PRICE, MoneyRange.exactly(Money.zero(request.currency())), null);
    }

    private Operand devices() {
        return Counts.devices(option.devices());
    }

    private Operand timesReplaced() {
        return Operand.exactly(REPLACEMENTS, replacements(), "1");
    }

    private int replacements() {
        return (request.horizonMonths() - 1) / lifeMonths();
    }

    private int ageAtEnd() {
        return request.horizonMonths() - replacements() * lifeMonths();
    }
}
