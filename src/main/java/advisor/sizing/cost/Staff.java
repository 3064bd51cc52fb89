package advisor.sizing.cost;

import advisor.facts.unit.Formula;

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
    Priced monthly(String share, Formula devices) {
        Priced wage = exchange.parameter(place.parameter("cost/staff-month"));
        return wage.times(assumptions.operand(share)).times(devices);
    }
}
