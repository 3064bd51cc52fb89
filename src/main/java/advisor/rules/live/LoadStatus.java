package advisor.rules.live;

import advisor.rules.text.Fault;
import java.util.List;

/**
 * What came of one attempt to replace a rule book.
 *
 * @param swapped whether another book answers now than before; not if the attempt failed, or if no file had changed
 * @param stage how far the attempt came
 * @param faults why it came no further, in the order of their places; empty if it succeeded
 */
public record LoadStatus(boolean swapped, Stage stage, List<Fault> faults) {

    /** The steps of an attempt: the one that failed, or the last. */
    public enum Stage {
        /** Folder or files cannot be read. */
        READ,
        /** A file is not a sound rule file, or does not compile. */
        COMPILE,
        /** The rules compile, but failed on trial. */
        SMOKE_RUN,
        /** The rules answer requests. */
        ACTIVE
    }
}
