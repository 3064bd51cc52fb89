package advisor.rules.compile;

import advisor.rules.text.DrlCode;
import advisor.rules.text.FactTypes;
import advisor.rules.text.RuleFile;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Drools compiles of a rule file. The author writes an id once, as the rule's name, and neither package nor imports of
 * facts: these are put in so that every line keeps its number, and what a rule says of itself is left out.
 */
public final class DrlSource {
    private static final Pattern HEAD = Pattern.compile("(?ms)^[ \\t]*rule\\s*\"([^\"\\n]*)\"(.*?)^[ \\t]*when\\b");
    private static final Pattern FINDING = Pattern.compile("\\bFinding\\s*\\.\\s*[a-z]\\w*\\s*\\(\\s*(\\)?)");

    private DrlSource() {}

    public static String of(RuleFile file) {
        String text = String.join("\n", file.lines());
        return header(file) + withIds(withoutHeads(text));
    }

    private static String header(RuleFile file) {
        StringBuilder header = new StringBuilder("package " + file.packageName() + "; ");
        FactTypes.packages()
                .forEach(name -> header.append("import ").append(name).append(".*; "));
        FactTypes.nested().forEach(name -> header.append("import ").append(name).append("; "));
        return header.toString();
    }

    private static String withoutHeads(String text) {
        StringBuilder out = new StringBuilder(text);
        Matcher head = HEAD.matcher(DrlCode.of(text).code());
        while (head.find()) {
            for (int i = head.start(2); i < head.end(2); i++) {
                if (out.charAt(i) != '\n') {
                    out.setCharAt(i, ' ');
                }
            }
        }
        return out.toString();
    }

    private static String withIds(String text) {
        String code = DrlCode.of(text).code();
        StringBuilder out = new StringBuilder(text);
        int shift = 0;
        String id = "";
        for (MatchResult match : Pattern.compile(
                        HEAD.pattern() + "|" + FINDING.pattern(), Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(code)
                .results()
                .toList()) {
            if (match.group(1) != null) {
                id = text.substring(match.start(1), match.end(1));
            } else {
                String argument = '"' + id + '"' + (match.group(3).isEmpty() ? ", " : "");
                out.insert(match.end() - match.group(3).length() + shift, argument);
                shift += argument.length();
            }
        }
        return out.toString();
    }
}
