package advisor.rules.text;

/** DRL text with comments, and what stands within quotes, blanked out: every other character keeps its place. */
public final class DrlCode {
    private final String text;
    private final StringBuilder code;
    private int at;
    private int openAt = -1;

    private DrlCode(String text) {
        this.text = text;
        this.code = new StringBuilder(text);
    }

    /**
     * The code of a text.
     *
     * @param openAt offset of a string or comment that does not end; -1 if all do
     */
    public record Blanked(String code, int openAt) {}

    public static Blanked of(String text) {
        return new DrlCode(text).blanked();
    }

    private Blanked blanked() {
        while (at < text.length() && openAt < 0) {
            if (text.startsWith("//", at)) {
                blank(at, endOfLine());
            } else if (text.startsWith("/*", at)) {
                comment();
            } else if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
                string(text.charAt(at));
            } else {
                at++;
            }
        }
        return new Blanked(code.toString(), openAt);
    }

    private void comment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            openAt = at;
        } else {
            blank(at, end + 2);
        }
    }

    /** A string ends on its line. */
    private void string(char quote) {
        int end = at + 1;
        int last = endOfLine();
        while (end < last && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= last) {
            openAt = at;
        } else {
            blank(at + 1, end);
            at = end + 1;
        }
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private void blank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                code.setCharAt(i, ' ');
            }
        }
        at = to;
    }
}
