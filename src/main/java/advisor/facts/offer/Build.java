package advisor.facts.offer;

/** Who puts the machine together. */
public enum Build {
    SELF_BUILT,
    VENDOR_SYSTEM,
    OEM_SYSTEM,
    /** Of parts, by nobody yet: what no document and no seller offers as such. */
    COMPOSED,
    LEASED,
    /** Leased as long as nobody pays more for it: taken away at short notice. */
    SPOT,
    HOSTED
}
