package advisor.facts.machine;

/**
 * How a device computes a number format: in its own units, with the weights alone in that format, converted to a wider format, emulated, in a way that
 * is not known because no source says that any engine does, or not at all.
 */
public enum ComputeMode {
    NATIVE,
    WEIGHT_ONLY,
    UPCAST,
    EMULATED,
    NOT_KNOWN,
    UNSUPPORTED
}
