package advisor.facts.unit;

import advisor.text.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A threshold, rate or assumption in force: a number with a unit and a source, kept out of rules and code.
 *
 * @param range the value as likely, with what is uncertain about it
 * @param from since when it holds
 * @param asPrinted the source's own words where they differ
 */
public record Parameter(
        String id,
        Interval range,
        String unit,
        Text title,
        LocalDate from,
        String source,
        @Nullable String asPrinted,
        @Nullable Confidence confidence)
        implements Sourced {
    public static final String BUSY_SHARE = "cost/busy-share";
    public static final String CAPITAL_RATE = "cost/capital-rate-year";
    public static final String READING_SPEED = "concurrency/reading-speed";
    public static final String STREAM_SPEED = "cost/tokens-per-second-per-stream";
    public static final String VALUE_KEPT = "cost/value-kept-year";

    public Parameter(String id, double value, String unit, Text title, LocalDate from, String source) {
        this(id, Interval.exactly(value), unit, title, from, source, null, null);
    }

    public double value() {
        return range.likely();
    }

    /** This parameter without its uncertainty. */
    public Parameter at(Level level) {
        return new Parameter(id, level.of(range), unit, title, from, source);
    }

    /** This parameter as a request sets it. */
    public Parameter setTo(double value, LocalDate day) {
        return new Parameter(id, value, unit, title, day, Source.THE_REQUEST);
    }

    /** Whether the request set it. */
    public boolean isSetByRequest() {
        return source.equals(Source.THE_REQUEST);
    }
}
