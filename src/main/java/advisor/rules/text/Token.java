package advisor.rules.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or sign of a text in the language of rules. Space and comments are none.
 *
 * @param from offset of its first character
 */
public record Token(Kind kind, String text, int from) {
    private static final Pattern TOKEN = Pattern.compile(
            """
            (?<gap>\\s++|//[^\\n]*+|/\\*.*?\\*/)\
            |(?<quoted>"(?:[^"\\\\\\n]|\\\\.)*+"|'(?:[^'\\\\\\n]|\\\\.)*+')\
            |(?<number>\\d\\w*+(?:\\.\\d\\w*+)?)\
            |(?<name>[\\p{L}_$][\\p{L}\\p{N}_$]*+)\
            |(?<sign>==|!=|<=|>=|&&|\\|\\||!\\.|.)""",
            Pattern.DOTALL);

    /** What kind of word it is. */
    public enum Kind {
        NAME,
        QUOTED,
        NUMBER,
        SIGN
    }

    /** In their order. */
    public static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (matcher.start("gap") < 0) {
                tokens.add(new Token(kind(matcher), matcher.group(), matcher.start()));
            }
        }
        return tokens;
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.start("name") >= 0) {
            return Kind.NAME;
        }
        if (matcher.start("sign") >= 0) {
            return Kind.SIGN;
        }
        return matcher.start("number") < 0 ? Kind.QUOTED : Kind.NUMBER;
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    /** Offset behind its last character. */
    public int to() {
        return from + text.length();
    }
}
