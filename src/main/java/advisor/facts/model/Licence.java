package advisor.facts.model;

import advisor.facts.unit.Confidence;
import advisor.facts.unit.Sourced;
import advisor.text.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Under what terms the weights of a model may be used.
 *
 * @param closedTo countries in which a buyer with its seat there is granted no right to run them
 * @param commercialByPermission whether commercial use needs a permission of the maker that has to be asked for
 * @param mostUsers monthly users up to which the grant holds; {@code null} if no source names a limit
 */
public record Licence(
        Text name,
        Set<String> closedTo,
        boolean commercialByPermission,
        @Nullable Long mostUsers,
        String source,
        Confidence confidence,
        @Nullable Text note)
        implements Sourced {}
