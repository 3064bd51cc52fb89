package advisor.rules.text;

import java.util.List;
import java.util.Set;

/**
 * The words that part a rule: rule, when, then and end. Each stands once in a rule, in this order and first in its line,
 * so that no binding of such a name makes a part of a rule look like another.
 */
final class FrameWords {
    private static final List<String> ORDER = List.of("rule", "when", "then", "end");
    private static final Set<String> REFUSED = Set.of("query", "function", "declare");
    private static final Set<String> FRAME = Set.copyOf(ORDER.subList(1, ORDER.size()));

    private final String text;
    private final List<Token> tokens;
    private final Faults faults;
    private int next;

    private FrameWords(String text, Faults faults) {
        this.text = text;
        this.tokens = Token.of(text);
        this.faults = faults;
    }

    /** Adds the first word that does not stand where it must. */
    static void check(RuleFile file, Faults faults) {
        FrameWords words = new FrameWords(String.join("\n", file.lines()), faults);
        for (int i = 0; i < words.tokens.size() && faults.isEmpty() && !words.isRefused(i); i++) {
            words.step(i);
        }
    }

    /** Whether something else than a rule begins, for which the file is refused. */
    private boolean isRefused(int index) {
        return next == 0 && REFUSED.contains(tokens.get(index).text());
    }

    private void step(int index) {
        Token token = tokens.get(index);
        if (token.isName("rule") && isFollowedBy(index, Token.Kind.QUOTED) || next == 0 && token.isName("rule")) {
            take(token);
            checkName(index);
        } else if (token.kind() == Token.Kind.NAME && FRAME.contains(token.text())) {
            take(token);
        }
    }

    private void take(Token token) {
        if (!token.text().equals(ORDER.get(next)) || !isFirstInLine(token)) {
            add(
                    token,
                    "The word %s does not stand in its place.".formatted(token.text()),
                    "A rule is: rule … when … then … end, each once and first in its line; nothing else has such a name.");
        }
        next = (next + 1) % ORDER.size();
    }

    private void checkName(int index) {
        if (faults.isEmpty()
                && (!isFollowedBy(index, Token.Kind.QUOTED)
                        || tokens.get(index + 1).text().startsWith("'"))) {
            add(tokens.get(index), "The name of a rule stands in double quotes.", "Maybe rule \"topic/short-name\"?");
        }
    }

    private boolean isFollowedBy(int index, Token.Kind kind) {
        return index + 1 < tokens.size() && tokens.get(index + 1).kind() == kind;
    }

    private boolean isFirstInLine(Token token) {
        return text.substring(text.lastIndexOf('\n', token.from()) + 1, token.from())
                .isBlank();
    }

    private void add(Token token, String message, String hint) {
        RuleFile.Place place = RuleParts.place(text, token.from(), 1);
        faults.add(Check.SYNTAX, "", place.line(), place.column(), message, hint);
    }
}
