package advisor.report;

import advisor.model.Ids;
import advisor.model.Language;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.SortedSet;
import java.util.TreeSet;

/** The report's own words in one language. */
public final class Phrases {
    private final ResourceBundle bundle;

    public Phrases(Language language) {
        this("advisor.report.phrases", language);
    }

    /** What the fields are called that rules read, by type and path: {@code Candidate.memory.needed}. */
    static Phrases fields(Language language) {
        return new Phrases("advisor.report.fields", language);
    }

    private Phrases(String name, Language language) {
        Locale locale = language == Language.ZH ? Locale.CHINESE : Locale.ENGLISH;
        this.bundle = ResourceBundle.getBundle(
                name, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A phrase with its {@code {0}}, {@code {1}} … filled in as they are. */
    public String say(String key, Object... values) {
        return filled(bundle.getString(key), values);
    }

    /** A template with its {@code {0}}, {@code {1}} … filled in as they are. */
    static String filled(String template, Object... values) {
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = values[i].toString();
        }
        return new MessageFormat(template.replace("'", "''"), Locale.ROOT).format(texts);
    }

    /** A unit behind a value, with the space between; nothing behind a bare number. */
    String unit(String unit) {
        if (unit.equals("1")) {
            return "";
        }
        return " " + (has("unit." + unit) ? say("unit." + unit) : unit);
    }

    /** All keys, in their order. */
    SortedSet<String> keys() {
        return new TreeSet<>(bundle.keySet());
    }

    /** A phrase with its {@code {0}}, {@code {1}} … standing in it. */
    String raw(String key) {
        return bundle.getString(key);
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** What people call a constant of the fact model. */
    String choice(Enum<?> constant) {
        return bundle.getString(key(constant));
    }

    boolean hasChoice(Enum<?> constant) {
        return has(key(constant));
    }

    private static String key(Enum<?> constant) {
        return constant.getDeclaringClass().getSimpleName() + "." + Ids.of(constant);
    }
}
