package advisor.facts.unit;

import org.jspecify.annotations.Nullable;

/**
 * A count of bytes.
 *
 * <p>Decimal and binary multiples are always named: {@link #gigabytes()} is 10^9 bytes, {@link #gibibytes()} 2^30.
 */
public record Bytes(long count) implements Comparable<Bytes> {
    public static final Bytes ZERO = new Bytes(0);

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
        return new Bytes(Math.addExact(count, other.count));
    }

    public Bytes minus(Bytes other) {
        return new Bytes(Math.subtractExact(count, other.count));
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
