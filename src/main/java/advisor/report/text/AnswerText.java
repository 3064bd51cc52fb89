package advisor.report.text;

import advisor.advice.Advice;
import advisor.report.screen.Columns;
import advisor.report.screen.Paint;
import advisor.report.screen.Screen;
import advisor.report.words.Answer;
import advisor.report.words.Answer.Part;
import advisor.report.words.QuestionLine;
import advisor.text.Ids;
import advisor.words.Phrases;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was asked and the answer to it, for a terminal of 100 columns: at the margin which question a sentence answers. The
 * answer has no more than {@value #MOST_LINES} lines.
 */
final class AnswerText {
    private static final int LABEL = 11;
    private static final int MOST_LINES = 38;
    private static final int LINES_OF_A_SENTENCE = 4;
    private static final int LINES_OF_A_QUESTION = 5;
    private static final int MOST_SENTENCES = 4;

    /** Their sentences end with what is paid. */
    private static final Set<Part> WHOLE = EnumSet.of(Part.YOURS, Part.NEXT_BEST, Part.OTHER_MODEL);

    private final Screen screen;
    private final Phrases phrases;
    private final Paint paint;
    private final int linesOfASentence;

    private AnswerText(Screen screen, int linesOfASentence) {
        this.screen = screen;
        this.phrases = new Phrases(screen.language());
        this.paint = screen.paint();
        this.linesOfASentence = linesOfASentence;
    }

    static List<String> of(Advice advice, Screen screen) {
        List<String> lines = new ArrayList<>(
                Columns.atMost(LINES_OF_A_QUESTION, QuestionLine.of(advice, screen.language()), screen.columns()));
        lines.add("");
        lines.addAll(answer(new Answer(advice, screen.language()).parts(), screen));
        return lines;
    }

    /**
     * What to do is said in full, what becomes of the asker's own and what else could be bought as well, and of the rest what
     * comes first: the less of each sentence, the more there are.
     */
    private static List<String> answer(Map<Part, List<String>> parts, Screen screen) {
        List<String> lines = new ArrayList<>();
        for (int each = LINES_OF_A_SENTENCE; each > 0 && (lines.isEmpty() || lines.size() > MOST_LINES); each--) {
            AnswerText text = new AnswerText(screen, each);
            lines.clear();
            parts.forEach((part, sentences) -> lines.addAll(text.part(part, sentences)));
        }
        return lines;
    }

    private List<String> part(Part part, List<String> sentences) {
        String label = phrases.say("answer." + Ids.of(part));
        List<String> pieces = part == Part.DO
                ? full(sentences).map(paint::bold).toList()
                : some(sentences, WHOLE.contains(part) ? Integer.MAX_VALUE : linesOfASentence)
                        .toList();
        List<String> lines = new ArrayList<>();
        for (String piece : pieces) {
            lines.add(paint.bold(Columns.padEnd(lines.isEmpty() ? label : "", LABEL)) + piece);
        }
        return lines;
    }

    private Stream<String> full(List<String> sentences) {
        return sentences.stream().flatMap(sentence -> Columns.wrap(sentence, screen.columns() - LABEL).stream());
    }

    private Stream<String> some(List<String> sentences, int linesOfEach) {
        int more = sentences.size() - MOST_SENTENCES;
        return Stream.concat(
                sentences.stream()
                        .limit(MOST_SENTENCES)
                        .flatMap(sentence -> Columns.atMost(linesOfEach, sentence, screen.columns() - LABEL).stream()),
                more > 0 ? Stream.of(phrases.say("answer.rest", more)) : Stream.empty());
    }
}
