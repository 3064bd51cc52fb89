package advisor.text;

/** What people read, in both languages of the advisor. */
public record Text(String en, String zh) {
    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
