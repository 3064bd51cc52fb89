package advisor.catalog;

import advisor.catalog.yaml.Section;
import advisor.facts.unit.Source;
import advisor.text.NearestName;
import advisor.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks that what cites a source names one that exists, and a place in it that exists. */
public final class Citations {
    private final Map<String, Source> sources;

    Citations(Map<String, Source> sources) {
        this.sources = sources;
    }

    /**
     * Why a citation resolves to nothing.
     *
     * @param hint what may be meant; empty if nothing is near
     */
    public record Unresolved(Text message, Text hint) {}

    /** The required citation under a key. */
    String read(Section section, String key) {
        String citation = section.text(key);
        check(section, key, citation);
        return citation;
    }

    /** Those of what a document says of an option. */
    List<String> documents(Section section) {
        List<String> documents = section.texts("documents");
        documents.forEach(document -> check(section, "documents", document));
        return documents;
    }

    /** Whether a citation is of prices that were asked outside authorised channels. */
    boolean grey(@Nullable String citation) {
        Source source = citation == null ? null : sources.get(Source.idOf(citation));
        return source != null && source.grey();
    }

    void check(Section section, String key, String citation) {
        if (!citation.isEmpty()) {
            unresolved(citation).ifPresent(fault -> section.problem(key, fault.message(), fault.hint()));
        }
    }

    /** Why a citation resolves to nothing; empty if it resolves. */
    Optional<Unresolved> unresolved(String citation) {
        Source source = sources.get(Source.idOf(citation));
        if (source == null) {
            return Optional.of(new Unresolved(
                    new Text("The source (%s) is not in sources.yaml.", "sources.yaml 中没有来源（%s）。").with(citation),
                    NearestName.hintText(Source.idOf(citation), sources.keySet())));
        }
        if (resolves(citation, source)) {
            return Optional.empty();
        }
        String place = citation.substring(source.id().length() + 1);
        return Optional.of(new Unresolved(
                new Text("The place (%s) is not one of source %s.", "来源 %2$s 中没有位置（%1$s）。").with(place, source.id()),
                NearestName.hintText(place, source.places().keySet())));
    }

    private static boolean resolves(String citation, Source source) {
        int hash = citation.indexOf('#');
        return hash < 0 || source.places().containsKey(citation.substring(hash + 1));
    }
}
