package advisor.text;

/** What people read, in both languages of the advisor. */
public record Text(String en, String zh) {
    public static final Text NONE = new Text("", "");

    /** What reads the same in both. */
    public static Text same(String text) {
        return new Text(text, text);
    }

    /** Both with the same values in their places, in the manner of {@link String#formatted}. */
    public Text with(Object... values) {
        return new Text(en.formatted(values), zh.formatted(values));
    }

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
