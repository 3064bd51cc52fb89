package advisor.words;

import advisor.text.Language;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;

/** The files that hold all words of terminal, files and page, each read once. */
public final class PhraseFiles {
    private static final Map<String, ResourceBundle> READ = new ConcurrentHashMap<>();

    private PhraseFiles() {}

    /** The phrases of one file in one language, by key. */
    public static ResourceBundle of(String name, Language language) {
        return READ.computeIfAbsent(name + language, key -> read(name, language));
    }

    private static ResourceBundle read(String name, Language language) {
        Locale locale = language == Language.ZH ? Locale.CHINESE : Locale.ENGLISH;
        return ResourceBundle.getBundle(
                "advisor.words." + name, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
