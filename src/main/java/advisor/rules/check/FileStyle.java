package advisor.rules.check;

import advisor.rules.text.Check;
import advisor.rules.text.Faults;
import advisor.rules.text.RuleFile;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;

/** What a rule file must not hold beside rules. */
final class FileStyle {
    private static final int LONGEST_LINE = 120;
    private static final Pattern UNICODE_ESCAPE = Pattern.compile("\\\\u+[0-9a-fA-F]{4}");

    private final RuleFile file;
    private final Faults faults;

    private FileStyle(RuleFile file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    static void check(RuleFile file, PackageDescr descriptor, Faults faults) {
        FileStyle style = new FileStyle(file, faults);
        style.forbid("global", descriptor.getGlobals());
        style.forbid("function", descriptor.getFunctions());
        style.forbid("import static", descriptor.getFunctionImports());
        style.forbid("import acc", descriptor.getAccumulateImports());
        style.forbid("declare", descriptor.getClassAndEnumDeclarationDescrs());
        style.forbid("declare entry-point", descriptor.getEntryPointDeclarations());
        style.forbid("declare window", descriptor.getWindowDeclarations());
        style.forbid("attribute", descriptor.getAttributes());
        descriptor.getImports().forEach(style::checkImport);
        style.checkEscapes();
        style.checkLines();
        if (descriptor.getRules().isEmpty()) {
            faults.add(Check.EMPTY, "", 0, 0, "The file holds no rule.", "");
        } else {
            style.checkPackage(descriptor);
        }
    }

    private void checkPackage(PackageDescr descriptor) {
        String found = descriptor.getName();
        if (found != null && !found.isEmpty()) {
            faults.addAt(
                    Check.PACKAGE,
                    "",
                    wholeFile(),
                    "package " + found,
                    "A rule file names no package (%s): its name says what it is about.".formatted(found),
                    "Delete the line.");
        }
    }

    private void forbid(String construct, Collection<? extends BaseDescr> found) {
        for (BaseDescr descriptor : found) {
            faults.add(
                    Check.FORBIDDEN,
                    "",
                    descriptor.getLine(),
                    Math.max(0, descriptor.getColumn()),
                    "A rule file must not hold a %s.".formatted(construct),
                    "Rules compare facts and state findings; arithmetic belongs to the facts.");
        }
    }

    private void checkImport(ImportDescr imported) {
        String target = imported.getTarget();
        if (target.endsWith("*") || !HostGuard.mayImport(target)) {
            faults.addAt(
                    Check.HOST_ACCESS,
                    "",
                    wholeFile(),
                    target,
                    "A rule file must not import %s.".formatted(target),
                    "Facts need no import; java.math.BigDecimal and java.time.LocalDate may be imported.");
        } else if (!exists(target)) {
            faults.addAt(
                    Check.COMPILE, "", wholeFile(), target, "The import (%s) names no class.".formatted(target), "");
        }
    }

    /** A nested class is written with a dot. */
    private static boolean exists(String name) {
        try {
            Class.forName(name, false, FileStyle.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            int dot = name.lastIndexOf('.');
            boolean nested = dot > 0 && Character.isUpperCase(name.charAt(name.lastIndexOf('.', dot - 1) + 1));
            return nested && exists(name.substring(0, dot) + "$" + name.substring(dot + 1));
        }
    }

    /** An escape could hide a name from whoever reads the file. */
    private void checkEscapes() {
        Matcher matcher = UNICODE_ESCAPE.matcher(file.text());
        while (matcher.find()) {
            String before = file.text().substring(0, matcher.start());
            int line = 1
                    + (int) before.chars()
                            .filter(character -> character == '\n')
                            .count();
            faults.add(
                    Check.FORBIDDEN,
                    "",
                    line,
                    matcher.start() - before.lastIndexOf('\n'),
                    "A rule file must not hold the escape %s.".formatted(matcher.group()),
                    "Write the character itself.");
        }
    }

    private void checkLines() {
        for (int i = 0; i < file.lines().size(); i++) {
            int length = file.lines().get(i).length();
            if (length > LONGEST_LINE) {
                faults.add(
                        Check.LINE_LENGTH,
                        "",
                        i + 1,
                        LONGEST_LINE + 1,
                        "The line has %s characters and must have %s at most.".formatted(length, LONGEST_LINE),
                        "A text may stand in several, one a line: @en(\"first part \" \"second part\").");
            }
        }
    }

    private RuleFile.Span wholeFile() {
        return new RuleFile.Span(1, file.lines().size());
    }
}
