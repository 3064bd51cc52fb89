package advisor.rules.text;

import java.util.regex.Pattern;

/** How deep and how long a rule may be. What is far beyond breaks parsers and compilers, for other rules too. */
public final class RuleBulk {
    private static final int MOST_DEPTH = 40;
    private static final int MOST_CHARACTERS = 10_000;
    private static final Pattern RULE = Pattern.compile("^\\s*(rule|query)\\b.*");

    private final RuleFile file;
    private final Faults faults;
    private int depth;
    private int characters;

    private RuleBulk(RuleFile file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Whether a file can be taken apart without harm; if it cannot, why is added to {@code faults}. */
    public static boolean isBearable(RuleFile file, Faults faults) {
        return new RuleBulk(file, faults).isBearable();
    }

    private boolean isBearable() {
        String[] code = DrlCode.of(String.join("\n", file.lines())).code().split("\n", -1);
        for (int line = 0; line < Math.min(code.length, file.lines().size()); line++) {
            if (RULE.matcher(code[line]).matches()) {
                depth = 0;
                characters = 0;
            }
            characters += file.lines().get(line).length();
            if (characters > MOST_CHARACTERS) {
                return refuse(line, 0, "A rule must not have more than %s characters.".formatted(MOST_CHARACTERS));
            }
            int tooDeep = tooDeep(code[line]);
            if (tooDeep >= 0) {
                return refuse(line, tooDeep + 1, "Brackets must not nest more than %s deep.".formatted(MOST_DEPTH));
            }
        }
        return true;
    }

    /** The first bracket of a line that is too deep; -1 if none is. */
    private int tooDeep(String line) {
        for (int column = 0; column < line.length(); column++) {
            char character = line.charAt(column);
            depth += "([{".indexOf(character) >= 0 ? 1 : 0;
            depth -= ")]}".indexOf(character) >= 0 ? 1 : 0;
            if (depth > MOST_DEPTH) {
                return column;
            }
        }
        return -1;
    }

    private boolean refuse(int line, int column, String what) {
        faults.add(Check.SYNTAX, "", line + 1, column, what, "Maybe it is several rules, or a property of a fact?");
        return false;
    }
}
