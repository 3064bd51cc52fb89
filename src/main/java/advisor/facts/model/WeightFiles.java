package advisor.facts.model;

import advisor.facts.unit.Sourced;
import java.util.Set;

/**
 * Files of a model's weights in a format, as a source names them.
 *
 * @param repository where they are, as {@code Qwen/Qwen3-32B-AWQ}
 * @param engines that read them, by id; empty for any that runs the format
 */
public record WeightFiles(Precision precision, String repository, Set<String> engines, String source)
        implements Sourced {
    boolean areFor(Precision format, String engine) {
        return precision == format.storedAs() && (engines.isEmpty() || engines.contains(engine));
    }
}
