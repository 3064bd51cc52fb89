package advisor.sizing;

import advisor.model.MoneyRange;

/** What the people cost who set devices and models up and keep them running. */
final class Staff {
    private final Place place;
    private final Assumptions assumptions;
    private final Exchange exchange;

    Staff(Place place, Assumptions assumptions, Exchange exchange) {
        this.place = place;
        this.assumptions = assumptions;
        this.exchange = exchange;
    }

    /** A share of one person's month for each device. */
    MoneyRange monthly(String share, double devices) {
        MoneyRange wage = exchange.parameter(place.parameter("cost/staff-month"), place.currency());
        return wage.times(assumptions.range(share)).times(devices);
    }
}
