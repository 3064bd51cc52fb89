package advisor.words;

import advisor.text.Ids;
import advisor.text.Language;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.SortedSet;
import java.util.TreeSet;

/** The report's own words in one language. */
public final class Phrases {
    private final ResourceBundle bundle;
    private final Language language;

    public Phrases(Language language) {
        this("phrases", language);
    }

    /** What the fields are called that rules read, by type and path: {@code Candidate.memory.needed}. */
    public static Phrases fields(Language language) {
        return new Phrases("fields", language);
    }

    /** How amounts are written. */
    public static Phrases amounts(Language language) {
        return new Phrases("amounts", language);
    }

    private Phrases(String name, Language language) {
        this.bundle = PhraseFiles.of(name, language);
        this.language = language;
    }

    /** A phrase with its {@code {0}}, {@code {1}} … filled in as they are. */
    public String say(String key, Object... values) {
        String said = filled(bundle.getString(key), values);
        return language == Language.EN ? Singular.in(said) : Spacing.in(said);
    }

    /** A template with its {@code {0}}, {@code {1}} … filled in as they are. */
    public static String filled(String template, Object... values) {
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = values[i].toString();
        }
        return new MessageFormat(template.replace("'", "''"), Locale.ROOT).format(texts);
    }

    /** A unit behind a value, with the space between; nothing behind a bare number. */
    public String unit(String unit) {
        if (unit.equals("1")) {
            return "";
        }
        return " " + (has("unit." + unit) ? say("unit." + unit) : unit);
    }

    /** All keys, in their order. */
    public SortedSet<String> keys() {
        return new TreeSet<>(bundle.keySet());
    }

    /** A phrase with its {@code {0}}, {@code {1}} … standing in it. */
    public String raw(String key) {
        return bundle.getString(key);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** What people call a constant of the fact model. */
    public String choice(Enum<?> constant) {
        return bundle.getString(key(constant));
    }

    public boolean hasChoice(Enum<?> constant) {
        return has(key(constant));
    }

    /** {@code Vendor.amd}, {@code Finding.Kind.blocker}: an enclosing type tells apart what has the same name. */
    static String key(Enum<?> constant) {
        Class<?> type = constant.getDeclaringClass();
        String name = type.getName().substring(type.getPackageName().length() + 1);
        return name.replace('$', '.') + "." + Ids.of(constant);
    }
}
