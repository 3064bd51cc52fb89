package advisor.sizing.speed;

import advisor.facts.unit.Interval;

/**
 * What a figure may turn out to be, as shares of its estimate. Spreads that have nothing to do with each other add up
 * as squares of their logarithms do.
 */
record Spread(double low, double likely, double high) {

    Interval around(double estimate) {
        return new Interval(estimate * low, estimate * likely, estimate * high);
    }

    Spread times(Spread other) {
        return new Spread(low * other.low, likely * other.likely, high * other.high);
    }

    Spread inverse() {
        return new Spread(1 / high, 1 / likely, 1 / low);
    }

    /** Both at once. */
    Spread and(Spread other) {
        return new Spread(
                Math.exp(-Math.hypot(Math.log(low), Math.log(other.low))),
                likely,
                Math.exp(Math.hypot(Math.log(high), Math.log(other.high))));
    }

    /** What this one has beyond another; nothing where it is narrower. */
    Spread beyond(Spread base) {
        return new Spread(Math.exp(-beyond(low, base.low)), likely, Math.exp(beyond(high, base.high)));
    }

    private static double beyond(double end, double base) {
        double left = Math.pow(Math.log(end), 2) - Math.pow(Math.log(base), 2);
        return Math.sqrt(Math.max(0, left));
    }
}
