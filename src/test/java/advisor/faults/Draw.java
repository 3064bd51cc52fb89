package advisor.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** How often faults are tried, and which of them: the same each time. */
final class Draw {
    static final int KILLS = Integer.getInteger("faults.kills", 30);
    static final int FLIPS = Integer.getInteger("faults.flips", 100);
    static final int BUILDS = Integer.getInteger("faults.builds", 2);

    private final Random random;

    Draw(long seed) {
        this.random = new Random(seed);
    }

    /** A moment within the time that something takes when it is left alone. */
    long within(long millis) {
        return (long) (random.nextDouble() * millis);
    }

    /** The same bytes with one bit of them turned, or a few hundred, or cut short. */
    byte[] spoilt(byte[] bytes) {
        int bits = random.nextBoolean() ? 1 : 1 + random.nextInt(500);
        byte[] spoilt = random.nextInt(8) == 0
                ? Arrays.copyOf(bytes, random.nextInt(Math.max(1, bytes.length)))
                : bytes.clone();
        for (int i = 0; i < bits && spoilt.length > 0; i++) {
            spoilt[random.nextInt(spoilt.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return spoilt;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
