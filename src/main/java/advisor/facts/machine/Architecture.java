package advisor.facts.machine;

/** A generation of accelerators. */
public enum Architecture {
    PASCAL,
    VOLTA,
    TURING,
    AMPERE,
    ADA,
    HOPPER,
    BLACKWELL,
    BLACKWELL_ULTRA,
    CDNA3,
    CDNA4,
    DA_VINCI,
    ASCEND_950,
    APPLE_M3,
    ZEN5,
    GRANITE_RAPIDS,
    NONE;

    /** Whether this is an NVIDIA generation that came after another one. */
    public boolean isNewerThan(Architecture other) {
        return isNvidia() && other.isNvidia() && compareTo(other) > 0;
    }

    public boolean isCpu() {
        return this == ZEN5 || this == GRANITE_RAPIDS;
    }

    private boolean isNvidia() {
        return compareTo(BLACKWELL_ULTRA) <= 0;
    }
}
