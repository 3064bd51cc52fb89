package advisor.rules.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The outer frame of a rule file: rules with when, then and end, closed brackets, and nothing between rules. The parser
 * says of a broken frame only where it gave up.
 */
public final class RuleFrame {
    private static final Pattern RULE = Pattern.compile("^\\s*(rule|query)\\b.*");
    private static final Pattern HEADER = Pattern.compile("^\\s*(package|import|global|unit|dialect)\\b.*");
    private static final Pattern BLOCK = Pattern.compile("^\\s*(function|declare)\\b.*");
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "^\\s*(@.*|(salience|no-loop|lock-on-active|agenda-group|activation-group|ruleflow-group|timer|duration|enabled|auto-focus|date-effective|date-expires|calendars|dialect|extends)\\b.*)");
    private static final Map<Character, String> LOOKALIKES = Map.ofEntries(
            Map.entry('，', ","),
            Map.entry('（', "("),
            Map.entry('）', ")"),
            Map.entry('；', ";"),
            Map.entry('：', ":"),
            Map.entry('＝', "="),
            Map.entry('＜', "<"),
            Map.entry('＞', ">"),
            Map.entry('！', "!"),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('‘', "'"),
            Map.entry('’', "'"));

    private final RuleFile file;
    private final Faults faults;
    private final List<String> code;
    private Part part = Part.OUTSIDE;
    private int ruleLine;

    private RuleFrame(RuleFile file, Faults faults) {
        this.file = file;
        this.faults = faults;
        this.code =
                Arrays.asList(DrlCode.of(String.join("\n", file.lines())).code().split("\n", -1));
    }

    private enum Part {
        OUTSIDE,
        BLOCK,
        HEAD,
        WHEN,
        THEN
    }

    /** Adds what is wrong with the frame of a file. */
    public static void check(RuleFile file, Faults faults) {
        RuleFrame frame = new RuleFrame(file, faults);
        frame.checkCharacters();
        frame.checkParts();
        frame.checkBrackets();
        if (faults.isEmpty()) {
            FrameWords.check(file, faults);
        }
    }

    /** Chinese keyboards make characters that look like those of DRL. */
    private void checkCharacters() {
        for (int i = 0; i < code.size(); i++) {
            for (int column = 0; column < code.get(i).length(); column++) {
                String meant = LOOKALIKES.get(code.get(i).charAt(column));
                if (meant != null) {
                    add(
                            i + 1,
                            column + 1,
                            "The character (%s) is none of DRL's."
                                    .formatted(code.get(i).charAt(column)),
                            "Maybe %s?".formatted(meant));
                    return;
                }
            }
        }
    }

    private void checkParts() {
        for (int i = 0; i < code.size() && faults.isEmpty(); i++) {
            String line = code.get(i);
            if (!line.isBlank()) {
                step(line, line.strip(), i + 1);
            }
        }
        if (part != Part.OUTSIDE && part != Part.BLOCK && faults.isEmpty()) {
            addMissingEnd();
        }
    }

    private void step(String line, String word, int number) {
        if (RULE.matcher(line).matches()) {
            begin(word, number);
        } else if (word.equals("end")) {
            end(number);
        } else if (startsWith(word, "when") && part == Part.HEAD) {
            part = Part.WHEN;
        } else if (startsWith(word, "then") && part != Part.OUTSIDE) {
            then(number);
        } else {
            within(line, word, number);
        }
    }

    private static boolean startsWith(String line, String word) {
        return line.equals(word) || line.startsWith(word + " ");
    }

    private void begin(String word, int number) {
        if (part != Part.OUTSIDE) {
            addMissingEnd();
        }
        ruleLine = number;
        part = word.startsWith("query") ? Part.BLOCK : Part.HEAD;
    }

    private void end(int number) {
        if (part == Part.WHEN) {
            addMissingThen(number);
        } else if (part == Part.HEAD) {
            addMissing("when", number);
        } else if (part == Part.OUTSIDE) {
            add(number, 1, "The end belongs to no rule.", "");
        }
        part = Part.OUTSIDE;
    }

    private void then(int number) {
        if (part == Part.HEAD) {
            addMissing("when", firstBody(ruleLine, number));
        }
        part = Part.THEN;
    }

    private void within(String line, String word, int number) {
        if (part == Part.OUTSIDE && BLOCK.matcher(line).matches()) {
            part = word.startsWith("function") ? Part.OUTSIDE : Part.BLOCK;
            ruleLine = number;
        } else if (part == Part.OUTSIDE && !HEADER.matcher(line).matches() && !isBody(word) && !isAttribute(word)) {
            add(
                    number,
                    1 + line.indexOf(word),
                    "The line (%s) belongs to no rule."
                            .formatted(file.lines().get(number - 1).strip()),
                    "Maybe rule is misspelt, or this stands behind an end?");
        }
    }

    private static boolean isAttribute(String word) {
        return ATTRIBUTE.matcher(word).matches();
    }

    /** What a function's braces enclose. */
    private static boolean isBody(String word) {
        return word.equals("}") || word.endsWith(";") || word.endsWith("{");
    }

    /** The first line between a rule's head and a later line that is neither annotation nor attribute. */
    private int firstBody(int from, int to) {
        for (int number = from + 1; number < to; number++) {
            String word = code.get(number - 1).strip();
            if (!word.isEmpty() && !isAttribute(word)) {
                return number;
            }
        }
        return to;
    }

    private void addMissingEnd() {
        add(ruleLine, 1, "The rule that begins here has no end.", "Write end on a line of its own behind it.");
    }

    private void addMissingThen(int end) {
        int number = end;
        while (number > ruleLine && !code.get(number - 1).contains("insertLogical")) {
            number--;
        }
        addMissing("then", number > ruleLine ? number : end);
    }

    private void addMissing(String word, int number) {
        add(
                number,
                0,
                "A %s is missing before: %s"
                        .formatted(
                                word,
                                file.lines()
                                        .get(Math.min(number, file.lines().size()) - 1)
                                        .strip()),
                "A rule is: rule … when … then … end.");
    }

    private void checkBrackets() {
        Deque<int[]> open = new ArrayDeque<>();
        for (int i = 0; i < code.size() && faults.isEmpty(); i++) {
            if (RULE.matcher(code.get(i)).matches()
                    || code.get(i).strip().equals("then")
                    || code.get(i).strip().startsWith("@")) {
                addOpen(open);
            }
            brackets(code.get(i), i + 1, open);
        }
        addOpen(open);
    }

    private void brackets(String line, int number, Deque<int[]> open) {
        Matcher matcher = Pattern.compile("[()]").matcher(line);
        while (matcher.find() && faults.isEmpty()) {
            if (matcher.group().equals("(")) {
                open.push(new int[] {number, matcher.start() + 1});
            } else if (open.isEmpty()) {
                add(number, matcher.start() + 1, "The ) closes nothing.", "");
            } else {
                open.pop();
            }
        }
    }

    private void addOpen(Deque<int[]> open) {
        if (!open.isEmpty() && faults.isEmpty()) {
            int[] place = open.peek();
            String line = file.lines().get(place[0] - 1).strip();
            add(place[0], place[1], "The ( is never closed: %s".formatted(line), "Maybe ) is missing?");
        }
        open.clear();
    }

    private void add(int line, int column, String message, String hint) {
        faults.add(Check.SYNTAX, "", line, column, message, hint);
    }
}
