package advisor.rules.compile;

import advisor.facts.Finding;
import advisor.rules.check.ClassFile;
import advisor.rules.check.ClassFile.Member;
import advisor.rules.check.MethodCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What compiled consequences state: each one finding, and nothing else does. */
final class RuleStatements {
    private static final Pattern CONSEQUENCE = Pattern.compile(".*\\.LambdaConsequence[0-9A-F]+");
    private static final Set<String> FACTORIES = Set.of("blocker", "unknown", "concern", "merit", "note", "remark");
    private static final Member INSERTION =
            new Member("org.drools.core.rule.consequence.KnowledgeHelper", "insertLogical");

    private RuleStatements() {}

    /** The name of the factory by the consequence's class. */
    static Map<String, String> of(Map<String, byte[]> classes) {
        Map<String, String> statements = new HashMap<>();
        classes.forEach((name, bytes) -> {
            if (isConsequence(name)) {
                factories(ClassFile.read(bytes)).forEach(factory -> statements.put(name, factory.name()));
            }
        });
        return statements;
    }

    /** Whether a consequence calls one factory once and inserts once, and other classes neither. */
    static boolean areSound(String name, ClassFile file, MethodCode code) {
        List<Member> factories = factories(file);
        boolean inserts = file.members().contains(INSERTION);
        if (!isConsequence(name)) {
            return factories.isEmpty() && !inserts;
        }
        return factories.size() == 1 && code.calls(factories.get(0)) == 1 && code.calls(INSERTION) == 1;
    }

    private static boolean isConsequence(String name) {
        return CONSEQUENCE.matcher(name).matches();
    }

    /** Uses of a finding's factories; of its properties conditions may ask. */
    private static List<Member> factories(ClassFile file) {
        return file.members().stream()
                .filter(member -> member.type().equals(Finding.class.getName()) && FACTORIES.contains(member.name()))
                .toList();
    }
}
