package advisor.catalog;

import advisor.catalog.YamlNode.Place;
import advisor.model.LoadException;
import advisor.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in the files being read, so that all of it is reported in one go. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    void add(Place at, String message, String hint) {
        found.add(new Problem(at.file(), at.line(), at.column(), message, hint));
    }

    void add(Problem problem) {
        found.add(problem);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Throws if there is any problem; what was read twice is told once. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new LoadException(found.stream().distinct().toList());
        }
    }
}
