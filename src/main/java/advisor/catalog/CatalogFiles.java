package advisor.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a catalog as documents, in the order of their names. */
final class CatalogFiles {
    private final CatalogTexts texts;
    private final Problems problems;

    CatalogFiles(CatalogTexts texts, Problems problems) {
        this.texts = texts;
        this.problems = problems;
    }

    /** The document in a file, or {@code null} if it cannot be read: the reason is then among the problems. */
    @Nullable YamlNode read(String name) {
        String text = texts.files().get(name);
        return text == null ? null : YamlFile.read(CatalogTexts.label(name), text, problems);
    }

    /** The names of the files in a subfolder. */
    List<String> in(String subfolder) {
        return texts.in(subfolder);
    }

    /** The id that a file must hold: its name without folder and ending. */
    static String idOf(String name) {
        return name.substring(name.lastIndexOf('/') + 1, name.length() - CatalogTexts.SUFFIX.length());
    }
}
