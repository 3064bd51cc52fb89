package advisor.sizing;

import advisor.model.CostPart;
import advisor.model.DeploymentOption;
import advisor.model.Interval;
import advisor.model.MoneyRange;
import advisor.model.Request;
import org.jspecify.annotations.Nullable;

/** What it costs to rent a machine for the hours that are paid. */
final class RentalCost {
    private final Request request;
    private final DeploymentOption option;
    private final TokenLoad load;
    private final Assumptions assumptions;
    private final Outlook.Prices prices;
    private final Quotes rates;
    private final Staff staff;

    RentalCost(
            Request request,
            DeploymentOption option,
            TokenLoad load,
            Assumptions assumptions,
            Exchange exchange,
            Outlook.Prices prices) {
        this.request = request;
        this.option = option;
        this.load = load;
        this.assumptions = assumptions;
        this.prices = prices;
        this.rates = new Quotes(option.rates(), request, exchange);
        this.staff = new Staff(Place.of(request.jurisdiction()), assumptions, exchange);
    }

    CostLines lines() {
        CostLines lines = new CostLines(request.currency(), request.horizonMonths());
        lines.add(CostPart.RENT, rent());
        lines.add(CostPart.STAFF, staff.monthly("cost/staff-per-rented-device", option.devices()));
        return lines;
    }

    Quotes quotes() {
        return rates;
    }

    /** Hours of a month that are paid. */
    double paidHours() {
        return switch (request.billing()) {
            case ALWAYS_ON -> TokenLoad.HOURS_PER_MONTH;
            case WORKING_HOURS -> Math.max(assumptions.value("cost/working-hours"), busyHours());
            case SCALE_TO_ZERO ->
                Math.min(TokenLoad.HOURS_PER_MONTH, busyHours() * (1 + assumptions.value("cost/start-up-share")));
        };
    }

    private double busyHours() {
        return TokenLoad.HOURS_PER_MONTH * load.busyShare();
    }

    private @Nullable MoneyRange rent() {
        MoneyRange hourly = rates.range();
        return hourly == null
                ? null
                : prices.of(option, hourly).times(reserved()).times(option.devices() * paidHours());
    }

    /** What is left of a rate after the discount for a reservation: the largest discount makes the lowest rent. */
    private Interval reserved() {
        Interval discount = assumptions.range("cost/reservation-discount");
        return new Interval(1 - discount.high(), 1 - discount.likely(), 1 - discount.low());
    }
}
