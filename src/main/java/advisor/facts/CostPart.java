package advisor.facts;

import advisor.facts.unit.Missing;

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
    /** What a machine that is owned fetches less at the end than now. */
    DEPRECIATION(Due.LATER),
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

    /** The figure of a catalog without which the amount is not known. */
    public Missing restsOn() {
        return switch (this) {
            case POWER -> Missing.POWER;
            case RENT -> Missing.RENT;
            case INPUT_TOKENS, CACHED_TOKENS, OUTPUT_TOKENS -> Missing.OFFER;
            default -> Missing.PRICE;
        };
    }

    /** When it is paid. */
    public enum Due {
        UPFRONT,
        MONTHLY,
        /** Once within the horizon or at its end. */
        LATER
    }
}
