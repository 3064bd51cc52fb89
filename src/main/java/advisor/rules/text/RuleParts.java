package advisor.rules.text;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Where a rule's parts stand in its text, by its words, of which each stands once: {@link FrameWords} has seen to it.
 *
 * @param when offset behind {@code when}
 * @param then offset of {@code then}
 * @param end offset of {@code end}
 */
public record RuleParts(String text, int when, int then, int end) {

    public static RuleParts of(RuleFile file, RuleFile.Span span) {
        String text = file.text(span);
        List<Token> tokens = Token.of(text);
        int when = find(tokens, "when", 0).orElse(-1);
        int then = find(tokens, "then", when + 1).orElse(tokens.size());
        int end = find(tokens, "end", then + 1).orElse(tokens.size());
        return new RuleParts(
                text, when < 0 ? 0 : tokens.get(when).to(), from(tokens, then, text), from(tokens, end, text));
    }

    /** Words and signs of the consequence, at their offsets in the text. */
    List<Token> consequence() {
        int behind = Math.min(then + "then".length(), end);
        return Token.of(text.substring(behind, end)).stream()
                .map(token -> new Token(token.kind(), token.text(), token.from() + behind))
                .toList();
    }

    /** The line of an offset, where the text begins in a line of its file. */
    public static RuleFile.Place place(String text, int offset, int firstLine) {
        String before = text.substring(0, offset);
        int line = firstLine
                + (int) before.chars().filter(character -> character == '\n').count();
        return new RuleFile.Place(line, offset - before.lastIndexOf('\n'));
    }

    private static OptionalInt find(List<Token> tokens, String word, int from) {
        return IntStream.range(from, tokens.size())
                .filter(i -> tokens.get(i).isName(word))
                .findFirst();
    }

    private static int from(List<Token> tokens, int index, String text) {
        return index < tokens.size() ? tokens.get(index).from() : text.length();
    }
}
