package advisor.rules.check;

import advisor.rules.text.Check;
import advisor.rules.text.DrlCode;
import advisor.rules.text.Faults;
import advisor.rules.text.RuleBulk;
import advisor.rules.text.RuleDefinition;
import advisor.rules.text.RuleFile;
import advisor.rules.text.RuleFrame;
import advisor.rules.text.RuleReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Reads from a rule file what its rules say of themselves, without compiling it. */
public final class RuleParser {
    private static final Pattern TEXT_POSITION = Pattern.compile("[Ll]ine (\\d+):(\\d+)");
    private static final Pattern POSITION_PREFIX = Pattern.compile("^\\[ERR \\d+] Line \\d+:\\d+ ");
    private static final Pattern PLACE_SUFFIX =
            Pattern.compile(" in (rule|query|pattern|function)( \"[^\"]*\"| \\w+)?( in .*)?$");

    private final RuleFile file;
    private final Faults faults;

    private RuleParser(RuleFile file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The rules of a file in their order; what is wrong with it is added to {@code faults}. */
    public static List<RuleDefinition> parse(RuleFile file, Faults faults) {
        return new RuleParser(file, faults).parse();
    }

    private List<RuleDefinition> parse() {
        if (endsEveryString() && RuleBulk.isBearable(file, faults)) {
            RuleFrame.check(file, faults);
        }
        PackageDescr descriptor = faults.isEmpty() ? descriptor() : null;
        if (descriptor == null) {
            return List.of();
        }
        FileStyle.check(file, descriptor, faults);
        List<RuleDefinition> rules = new ArrayList<>();
        for (RuleDescr rule : descriptor.getRules()) {
            if (rule.isQuery()) {
                faults.addAt(Check.FORBIDDEN, rule, "query", "A rule file must not hold a query.", "");
                continue;
            }
            RuleStyle.check(file, rule, faults);
            RuleDefinition definition = new RuleReader(file, rule, faults).read();
            if (definition != null) {
                SentenceFigures.check(file, definition, faults);
                rules.add(definition);
            }
        }
        return rules;
    }

    private boolean endsEveryString() {
        int open = DrlCode.of(file.text()).openAt();
        if (open < 0) {
            return true;
        }
        String before = file.text().substring(0, open);
        int line =
                1 + (int) before.chars().filter(character -> character == '\n').count();
        boolean comment = file.text().startsWith("/*", open);
        faults.add(
                Check.SYNTAX,
                "",
                line,
                open - before.lastIndexOf('\n'),
                comment
                        ? "The comment (/*) that begins here never ends."
                        : "The text that begins here does not end on its line.",
                comment
                        ? "Maybe */ is missing?"
                        : "Maybe the closing " + file.text().charAt(open) + " is missing?");
        return false;
    }

    /** The file taken apart; {@code null} if it cannot be. */
    private @Nullable PackageDescr descriptor() {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr descriptor = null;
        try {
            descriptor = parser.parse(false, file.text());
        } catch (DroolsParserException | RuntimeException e) {
            // The parser breaks on some texts instead of saying what is wrong with them.
            faults.add(Check.SYNTAX, "", 0, 0, "The file cannot be parsed.", "");
        }
        parser.getErrors().forEach(this::addSyntaxError);
        if (descriptor == null && faults.isEmpty()) {
            faults.add(
                    Check.EMPTY,
                    "",
                    0,
                    0,
                    "The file is empty.",
                    "A rule file begins with the question that it answers, as // …?, and holds rules.");
        }
        return parser.hasErrors() ? null : descriptor;
    }

    private void addSyntaxError(DroolsError error) {
        String message = error.getMessage().lines().findFirst().orElse("");
        Matcher position = TEXT_POSITION.matcher(message);
        boolean located = position.find();
        int line = located ? Integer.parseInt(position.group(1)) : firstLine(error);
        int column = located ? Integer.parseInt(position.group(2)) + 1 : 0;
        boolean beyond = line > file.lines().size();
        faults.add(
                Check.SYNTAX,
                "",
                line,
                beyond ? 0 : column,
                "The file is not valid DRL: " + plain(message) + ".",
                beyond ? "Maybe end is missing?" : message.contains("input '='") ? "Maybe ==?" : "");
    }

    private static String plain(String message) {
        String text = POSITION_PREFIX.matcher(message).replaceFirst("");
        return PLACE_SUFFIX.matcher(text).replaceFirst("");
    }

    private static int firstLine(DroolsError error) {
        int[] lines = error.getLines();
        return lines.length == 0 ? 0 : Math.max(0, lines[0]);
    }
}
