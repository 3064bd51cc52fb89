package advisor.text;

import java.util.Arrays;

/** What people read, in both languages of the advisor. */
public record Text(String en, String zh) {
    public static final Text NONE = new Text("", "");

    /** What reads the same in both. */
    public static Text same(String text) {
        return new Text(text, text);
    }

    /** Both with values in their places, in the manner of {@link String#formatted}; a text stands in its own language. */
    public Text with(Object... values) {
        return new Text(en.formatted(in(Language.EN, values)), zh.formatted(in(Language.ZH, values)));
    }

    private static Object[] in(Language language, Object... values) {
        return Arrays.stream(values)
                .map(value -> value instanceof Text text ? text.in(language) : value)
                .toArray();
    }

    /** Both with one part in another's place. */
    public Text replaced(String part, String other) {
        return new Text(en.replace(part, other), zh.replace(part, other));
    }

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
