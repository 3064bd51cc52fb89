package advisor.catalog.yaml;

import advisor.catalog.yaml.YamlNode.Place;
import advisor.text.LoadException;
import advisor.text.Problem;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in the files being read, so that all of it is reported in one go. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void add(Place at, String message, String hint) {
        found.add(new Problem(at.file(), at.line(), at.column(), message, hint));
    }

    public void add(Place at, Text message, Text hint) {
        found.add(new Problem(at.file(), at.line(), at.column(), message, hint));
    }

    public void add(Problem problem) {
        found.add(problem);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Throws if there is any problem; what was read twice is told once. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new LoadException(found.stream().distinct().toList());
        }
    }
}
