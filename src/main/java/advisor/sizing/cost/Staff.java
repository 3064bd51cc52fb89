package advisor.sizing.cost;

import advisor.facts.unit.Formula;

/** What the people cost who set devices and models up and keep them running. */
final class Staff {
    private final Place place;
    private final Exchange exchange;

    Staff(Place place, Exchange exchange) {
        this.place = place;
        this.exchange = exchange;
    }

    /** A share of one person's month for each device. */
    Priced monthly(Formula share, Formula devices) {
        Priced wage = exchange.parameter(place.parameter("cost/staff-month"));
        return wage.times(share).times(devices);
    }
}
