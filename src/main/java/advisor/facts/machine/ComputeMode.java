package advisor.facts.machine;

/** How a device computes a number format: in its own units, with the weights alone in that format, converted to a wider format, emulated, or not at all. */
public enum ComputeMode {
    NATIVE,
    WEIGHT_ONLY,
    UPCAST,
    EMULATED,
    UNSUPPORTED
}
