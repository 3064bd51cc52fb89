package advisor.sizing.speed;

/**
 * A way between devices.
 *
 * @param hopSeconds a small exchange
 * @param bytesPerSecond reached one way, for each device
 */
record Wire(double hopSeconds, double bytesPerSecond) {
    double seconds(double bytes) {
        return hopSeconds + bytes / bytesPerSecond;
    }
}
