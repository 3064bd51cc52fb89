package advisor.facts.model;

import advisor.text.Text;
import java.time.LocalDate;

/**
 * Another model that somebody who must know says can stand in for one.
 *
 * @param model id of the other model
 * @param from the day from which that is said
 * @param because what is said, beginning with who says it
 */
public record Substitute(String model, Kind kind, LocalDate from, String source, Text because) {
    /** How the other model stands to the one that it replaces. */
    public enum Kind {
        /** Its maker answers for the older model with it. */
        SUCCESSOR,
        /** It takes less memory, and its maker compares it with the larger one. */
        SMALLER
    }
}
