package advisor.catalog;

import advisor.cache.Cache;
import advisor.cache.CacheKey;
import advisor.cache.Kept;
import advisor.catalog.yaml.DocumentCodec;
import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.YamlFile;
import advisor.catalog.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of a catalog as documents, in the order of their names. */
final class CatalogFiles {
    private final CatalogTexts texts;
    private final Problems problems;
    private final Map<String, YamlNode> documents;

    /**
     * @param sha256 of the texts
     * @param cache may hold the documents
     */
    CatalogFiles(CatalogTexts texts, String sha256, Problems problems, Cache cache) {
        this.texts = texts;
        this.problems = problems;
        this.documents = CatalogShadows.without(texts, named(documents(sha256, cache)));
    }

    /** The document in a file, or {@code null} if it cannot be read: the reason is then among the problems. */
    @Nullable YamlNode read(String name) {
        return documents.get(name);
    }

    /** Every list of sources, the lowest folder's first. */
    List<String> sources() {
        return texts.sources();
    }

    /** The names of the files in a subfolder. */
    List<String> in(String subfolder) {
        return texts.in(subfolder);
    }

    /** The id that a file must hold: its name without folder and ending. */
    static String idOf(String name) {
        return name.substring(name.lastIndexOf('/') + 1, name.length() - CatalogTexts.SUFFIX.length());
    }

    /** What was parsed before needs no parsing; only a catalog without a problem is kept. */
    private Map<String, YamlNode> documents(String sha256, Cache cache) {
        if (cache.isNone()) {
            return parsed();
        }
        CacheKey key = CacheKey.of(CacheKey.Kind.CATALOG, sha256);
        Map<String, YamlNode> kept = kept(cache.read(key));
        if (kept != null) {
            return kept;
        }
        Map<String, YamlNode> parsed = parsed();
        if (problems.isEmpty()) {
            cache.write(key, DocumentCodec.encode(parsed));
        }
        return parsed;
    }

    private @Nullable Map<String, YamlNode> kept(@Nullable Kept entry) {
        try {
            Map<String, YamlNode> kept = entry == null ? null : DocumentCodec.decode(entry.content());
            return kept != null && kept.keySet().containsAll(labels()) ? kept : null;
        } catch (RuntimeException e) {
            // Whatever is wrong with an entry, the files themselves are there.
            return null;
        }
    }

    private List<String> labels() {
        return texts.files().keySet().stream().map(texts::label).toList();
    }

    private Map<String, YamlNode> named(Map<String, YamlNode> labelled) {
        Map<String, YamlNode> named = new LinkedHashMap<>();
        texts.files().keySet().forEach(name -> {
            YamlNode document = labelled.get(texts.label(name));
            if (document != null) {
                named.put(name, document);
            }
        });
        return named;
    }

    private Map<String, YamlNode> parsed() {
        Map<String, YamlNode> parsed = new LinkedHashMap<>();
        texts.files().forEach((name, text) -> {
            String label = texts.label(name);
            YamlNode document = YamlFile.read(label, text, problems);
            if (document != null) {
                parsed.put(label, document);
            }
        });
        return parsed;
    }
}
