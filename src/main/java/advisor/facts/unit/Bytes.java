package advisor.facts.unit;

import org.jspecify.annotations.Nullable;

/**
 * A count of bytes.
 *
 * <p>Decimal and binary multiples are always named: {@link #gigabytes()} is 10^9 bytes, {@link #gibibytes()} 2^30.
 */
public record Bytes(long count) implements Comparable<Bytes> {
    public static final Bytes ZERO = new Bytes(0);

    private static final double MOST_EXACT = 9e18;
    private static final double BYTES_PER_GIGABYTE = 1e9;
    private static final double BYTES_PER_GIBIBYTE = 1L << 30;

    public static Bytes ofGigabytes(double gigabytes) {
        return new Bytes(Math.round(gigabytes * BYTES_PER_GIGABYTE));
    }

    public double gigabytes() {
        return count / BYTES_PER_GIGABYTE;
    }

    public double gibibytes() {
        return count / BYTES_PER_GIBIBYTE;
    }

    public Bytes plus(Bytes other) {
        return within((double) count + other.count, count + other.count);
    }

    public Bytes minus(Bytes other) {
        return within((double) count - other.count, count - other.count);
    }

    /** Beyond what 64 bits count it is the most that they do, as of a product: no machine holds it either way. */
    private static Bytes within(double about, long wrapped) {
        return new Bytes(Math.abs(about) < MOST_EXACT ? wrapped : Math.round(about));
    }

    public Bytes times(double factor) {
        return new Bytes(Math.round(count * factor));
    }

    /** As a record has it; written out, because that of a record is put together at each start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes that && that.count == count;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(count);
    }

    @Override
    public int compareTo(Bytes other) {
        return Long.compare(count, other.count);
    }
}
