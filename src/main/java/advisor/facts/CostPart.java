package advisor.facts;

/** What a sum of money is spent on. */
public enum CostPart {
    HARDWARE(Due.UPFRONT),
    SETUP(Due.UPFRONT),
    POWER(Due.MONTHLY),
    MAINTENANCE(Due.MONTHLY),
    /** Of parts that nobody warrants. */
    REPAIR(Due.MONTHLY),
    STAFF(Due.MONTHLY),
    /** Interest on the money that is tied up. */
    CAPITAL(Due.MONTHLY),
    /** New machines where the horizon outlasts the first, less what the old ones bring. */
    REPLACEMENT(Due.LATER),
    /** What the machine brings at the end; negative. */
    RESALE(Due.LATER),
    RENT(Due.MONTHLY),
    INPUT_TOKENS(Due.MONTHLY),
    CACHED_TOKENS(Due.MONTHLY),
    OUTPUT_TOKENS(Due.MONTHLY);

    private final Due due;

    CostPart(Due due) {
        this.due = due;
    }

    public Due due() {
        return due;
    }

    /** When it is paid. */
    public enum Due {
        UPFRONT,
        MONTHLY,
        /** Once within the horizon or at its end. */
        LATER
    }
}
