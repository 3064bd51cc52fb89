package advisor.advice.survey;

/**
 * How a figure was come by.
 *
 * @param runs published runs or logs that it was fitted to; 0 if it was fitted to none
 */
public record Provenance(Kind kind, int runs) {

    /** The ways, the surest first. */
    public enum Kind {
        /** Counted from the headers of the checkpoint's files. */
        HEADERS,
        /** Calculated from the configuration, which determines it. */
        CONFIGURATION,
        /** As the index of the checkpoint gives it. */
        INDEX,
        /** As a source of the catalog gives it. */
        SOURCE,
        /** As the request gives it. */
        REQUEST,
        /** What the engine does unless told otherwise, by its documentation. */
        ENGINE_DEFAULT,
        /** A share that the engine must be told, because its default leaves no room. */
        RAISED,
        /** Calculated from the configuration and an assumption that is named. */
        ASSUMPTION,
        /** Parameters times the usual bits of a weight: no such checkpoint is known. */
        USUAL_BITS,
        /** Fitted to start-up logs of this engine. */
        FITTED_TO_LOGS,
        /** Fitted to runs of this engine, among them some of this kind. */
        FITTED_TO_RUNS,
        /** Fitted to runs, none of which is of this kind. */
        EXTRAPOLATED,
        /** A share of memory for all, for want of a measurement. */
        NOT_MEASURED,
        UNKNOWN
    }

    static Provenance of(Kind kind) {
        return new Provenance(kind, 0);
    }
}
