package advisor.rules.text;

import advisor.text.Fingerprint;
import advisor.text.Text;
import java.util.List;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * The text of one rule file, with the name it has in its folder.
 *
 * @param folder what a user calls the folder
 * @param lines without their ends
 */
public record RuleFile(String folder, String name, String text, List<String> lines) {
    private static final String SUFFIX = ".drl";
    private static final Pattern RULE = Pattern.compile("(?m)^\\s*rule\\s+\"([^\"]+)\"");

    public RuleFile(String folder, String name, String text) {
        this(folder, name, text, text.lines().toList());
    }

    /** Lines from first to last, both included; the first line of a file is 1. */
    public record Span(int first, int last) {
        public static Span of(RuleDescr rule) {
            return new Span(Math.max(1, rule.getLine()), Math.max(rule.getLine(), rule.getEndLine()));
        }

        public static Span of(RuleDefinition rule) {
            return new Span(rule.line(), rule.endLine());
        }
    }

    /** First line and column are 1; a column of 0 means the whole line. */
    public record Place(int line, int column) {}

    /** What a compiled form is kept under. */
    public String sha256() {
        return Fingerprint.of(name, text);
    }

    /** The names of its rules, as far as that can be seen without parsing it. */
    List<String> ruleNames() {
        return RULE.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** What a user calls it. */
    public String path() {
        return folder + "/" + name;
    }

    /** The part of its rules' ids before the slash. */
    String topic() {
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /** What it says first: the question that it answers, in English and then in Chinese. */
    Text question() {
        String first = lines.isEmpty() ? "" : lines.get(0);
        String asked = first.startsWith("//") ? first.substring(2).strip() : "";
        int chinese = asked.indexOf("? ") + 1;
        return chinese == 0
                ? new Text(asked, asked)
                : new Text(asked.substring(0, chinese), asked.substring(chinese).strip());
    }

    /** The package that its rules are in: {@code rules.memory} for {@code memory.drl}. */
    public String packageName() {
        return "rules." + topic();
    }

    /** Where a text first stands within some lines; their first line if it does not. */
    public Place find(String text, Span span) {
        for (int line = span.first(); line <= Math.min(span.last(), lines.size()); line++) {
            int column = text.isEmpty() ? -1 : lines.get(line - 1).indexOf(text);
            if (column >= 0) {
                return new Place(line, column + 1);
            }
        }
        return new Place(span.first(), 0);
    }

    public String text(Span span) {
        int last = Math.min(span.last(), lines.size());
        return String.join("\n", lines.subList(Math.min(span.first(), last + 1) - 1, last));
    }
}
