package advisor.sizing.cost;

import advisor.facts.CostPart;
import advisor.facts.Request;
import advisor.facts.offer.Build;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Formula.Operator;
import advisor.facts.unit.Money;
import advisor.text.Text;
import org.jspecify.annotations.Nullable;

/** What it costs to rent a machine for the hours that are paid. */
final class RentalCost {
    private static final Text RATE = new Text("rent of a device for an hour", "每设备每小时租金");
    private static final Operand WHOLE = Operand.exactly(new Text("the whole rate", "全价"), 1, "1");

    /** What is taken away when somebody pays more has a price of the hour: of the next no list tells. */
    private static final String NEXT_PRICE = "uncertainty/price-of-one-quote";

    private static final Operand BUSY = Operand.exactly(new Text("the busy time itself", "繁忙时间本身"), 1, "1");

    private final Request request;
    private final DeploymentOption option;
    private final Assumptions assumptions;
    private final Outlook.Prices prices;
    private final Quotes rates;
    private final Staff staff;

    RentalCost(
            Request request,
            DeploymentOption option,
            Assumptions assumptions,
            Exchange exchange,
            Outlook.Prices prices) {
        this.request = request;
        this.option = option;
        this.assumptions = assumptions;
        this.prices = prices;
        this.rates = new Quotes(option.rates(), request, rate -> exchange.convert(Priced.of(RATE, rate.price(), rate)));
        this.staff = new Staff(Place.of(request.jurisdiction()), exchange);
    }

    Bill bill() {
        Money nothing = Money.zero(request.currency());
        return Bill.unowned(
                lines(),
                rates.sources(),
                rates.oldest(),
                nothing,
                paid().value().likely());
    }

    private CostLines lines() {
        CostLines lines = new CostLines(request.currency(), request.horizonMonths());
        lines.add(CostPart.RENT, rent());
        lines.add(
                CostPart.STAFF,
                staff.monthly(assumptions.operand("cost/staff-per-rented-device"), Counts.devices(option.devices())));
        return lines;
    }

    /** Hours of a month that are paid. */
    private Formula paid() {
        return switch (request.billing()) {
            case ALWAYS_ON -> Counts.MONTH;
            case WORKING_HOURS -> Operator.LARGEST.of(assumptions.likely("cost/working-hours"), busyHours());
            case SCALE_TO_ZERO -> Operator.SMALLEST.of(Counts.MONTH, withStarts());
        };
    }

    private Formula withStarts() {
        Formula starts = Operator.SUM.of(BUSY, assumptions.likely("cost/start-up-share"));
        return Operator.PRODUCT.of(busyHours(), starts);
    }

    private Formula busyHours() {
        return Operator.PRODUCT.of(Counts.MONTH, BusyTime.asked(request, assumptions));
    }

    private @Nullable Priced rent() {
        Priced hourly = rates.range();
        return hourly == null
                ? null
                : hourly.under(prices, option)
                        .times(reserved())
                        .times(Counts.devices(option.devices()))
                        .times(paid());
    }

    /** What is left of a rate after the discount for a reservation: the largest discount makes the lowest rent. */
    private Formula reserved() {
        return option.build() == Build.SPOT
                ? assumptions.operand(NEXT_PRICE)
                : Operator.DIFFERENCE.of(WHOLE, assumptions.operand("cost/reservation-discount"));
    }
}
