package advisor.facts;

/** Whether FP8 must be computed in native units. */
public enum Fp8Demand {
    ANY,
    NATIVE
}
