package advisor.report.text;

import advisor.advice.Advice;
import advisor.report.words.Answer;
import advisor.report.words.Answer.Part;
import advisor.report.words.Columns;
import advisor.report.words.QuestionLine;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.words.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was asked and the answer to it, for a terminal of 100 columns: at the margin which question a sentence answers. The
 * answer has no more than {@value #MOST_LINES} lines.
 */
final class AnswerText {
    private static final int WIDTH = 100;
    private static final int LABEL = 11;
    private static final int MOST_LINES = 38;
    private static final int LINES_OF_A_SENTENCE = 4;
    private static final int LINES_OF_A_QUESTION = 5;
    private static final int MOST_SENTENCES = 4;

    private final Phrases phrases;
    private final Paint paint;
    private final int linesOfASentence;

    private AnswerText(Language language, Paint paint, int linesOfASentence) {
        this.phrases = new Phrases(language);
        this.paint = paint;
        this.linesOfASentence = linesOfASentence;
    }

    static List<String> of(Advice advice, Language language, Paint paint) {
        List<String> lines =
                new ArrayList<>(Columns.atMost(LINES_OF_A_QUESTION, QuestionLine.of(advice, language), WIDTH));
        lines.add("");
        lines.addAll(answer(new Answer(advice, language).parts(), language, paint));
        return lines;
    }

    /**
     * What to do is said in full, what becomes of the asker's own as well, and of the rest what comes first: the less of each
     * sentence, the more there are.
     */
    private static List<String> answer(Map<Part, List<String>> parts, Language language, Paint paint) {
        List<String> lines = new ArrayList<>();
        for (int each = LINES_OF_A_SENTENCE; each > 0 && (lines.isEmpty() || lines.size() > MOST_LINES); each--) {
            AnswerText text = new AnswerText(language, paint, each);
            lines.clear();
            parts.forEach((part, sentences) -> lines.addAll(text.part(part, sentences)));
        }
        return lines;
    }

    private List<String> part(Part part, List<String> sentences) {
        String label = phrases.say("answer." + Ids.of(part));
        List<String> pieces = part == Part.DO
                ? full(sentences).map(paint::bold).toList()
                : some(sentences, part == Part.YOURS ? Integer.MAX_VALUE : linesOfASentence)
                        .toList();
        List<String> lines = new ArrayList<>();
        for (String piece : pieces) {
            lines.add(paint.bold(Columns.padEnd(lines.isEmpty() ? label : "", LABEL)) + piece);
        }
        return lines;
    }

    private static Stream<String> full(List<String> sentences) {
        return sentences.stream().flatMap(sentence -> Columns.wrap(sentence, WIDTH - LABEL).stream());
    }

    private Stream<String> some(List<String> sentences, int linesOfEach) {
        int more = sentences.size() - MOST_SENTENCES;
        return Stream.concat(
                sentences.stream()
                        .limit(MOST_SENTENCES)
                        .flatMap(sentence -> Columns.atMost(linesOfEach, sentence, WIDTH - LABEL).stream()),
                more > 0 ? Stream.of(phrases.say("answer.rest", more)) : Stream.empty());
    }
}
