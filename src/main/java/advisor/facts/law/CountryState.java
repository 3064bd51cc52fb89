package advisor.facts.law;

/** What the export law of the United States says of advanced chips for a country, loosest first. */
public enum CountryState {
    /** No licence, unless the buyer's ultimate parent has its seat where one is needed. */
    OPEN,
    /** A licence is needed. */
    LICENCE,
    /** A licence is needed, and whether one is granted is open or doubtful. */
    LICENCE_DOUBTFUL,
    /** As before, and for every part that is on the control list, advanced or not. */
    LICENCE_FOR_ALL,
    /** It depends on the part. */
    BY_PART,
    /** Denied, for all that is on the control list. */
    CLOSED,
    /** Denied for all goods of American origin, on the list or not. */
    EMBARGOED;

    /** Whether it is the advanced chips alone that need a licence, and a plan without one needs none. */
    public boolean asksForLicence() {
        return this == LICENCE || this == LICENCE_DOUBTFUL;
    }

    /** Whether a buyer whose ultimate parent has its seat there needs a licence everywhere. */
    public boolean followsTheSeat() {
        return compareTo(LICENCE) > 0;
    }
}
