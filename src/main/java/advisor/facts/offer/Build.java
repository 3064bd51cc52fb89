package advisor.facts.offer;

/** Who puts the machine together. */
public enum Build {
    SELF_BUILT,
    VENDOR_SYSTEM,
    OEM_SYSTEM,
    LEASED,
    HOSTED
}
