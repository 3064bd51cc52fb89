package advisor.sizing.speed;

/**
 * A way between devices.
 *
 * @param hopSeconds a small exchange
 * @param bytesPerSecond reached one way, for each device
 */
record Wire(double hopSeconds, double bytesPerSecond) {
    Wire reaching(double share) {
        return new Wire(hopSeconds, bytesPerSecond * share);
    }

    double seconds(double bytes) {
        return hopSeconds + bytes / bytesPerSecond;
    }
}
