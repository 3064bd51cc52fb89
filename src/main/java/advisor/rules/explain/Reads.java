package advisor.rules.explain;

import advisor.rules.text.Placeholders;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the properties that a rule reads: in its conditions, for its variables, and for the values in its sentences. */
public final class Reads {
    /**
     * Whatever may be a path. Better one too many than one missed, also in a condition that {@link
     * advisor.rules.text.ExpressionParser} cannot take apart: what is masked in a record depends on it.
     */
    private static final Pattern WORD =
            Pattern.compile("\"(?<literal>[^\"]*)\"|(?<path>\\$?[\\p{L}_][\\p{L}\\p{N}_.]*)");

    private final RuleLogic logic;
    private final Map<String, Read> variables = new HashMap<>();
    private final Set<Read> found = new LinkedHashSet<>();
    private final Set<String> literals = new LinkedHashSet<>();

    private Reads(RuleLogic logic) {
        this.logic = logic;
    }

    /** The properties of facts that a rule reads: to decide, or to tell. */
    public static Set<Read> of(RuleLogic logic) {
        return new Reads(logic).found();
    }

    /** The texts that facts of a type are compared with. */
    public static Set<String> literals(RuleLogic logic, Class<?> fact) {
        Reads reads = new Reads(logic);
        reads.patterns().filter(pattern -> pattern.type() == fact).forEach(reads::read);
        return reads.literals;
    }

    private Set<Read> found() {
        patterns().forEach(this::bind);
        patterns().forEach(this::read);
        String said = logic.rule().text().en() + logic.rule().text().zh();
        Placeholders.in(said).forEach(path -> follow("$" + path, Object.class));
        return found;
    }

    private Stream<PatternNode> patterns() {
        return logic.nodes().stream().flatMap(Node::allPatterns);
    }

    private void bind(PatternNode pattern) {
        variables.put(pattern.variable().getName(), new Read(pattern.type(), ""));
        pattern.bindings().stream()
                .map(binding -> binding.getBoundVariable().getName())
                .forEach(variable -> {
                    Read read = new Read(pattern.type(), pattern.path(variable));
                    variables.put(variable, read);
                    found.add(read);
                });
    }

    private void read(PatternNode pattern) {
        for (ConstraintNode constraint : pattern.constraints()) {
            Matcher words =
                    WORD.matcher(logic.conditions().get(constraint.condition()).text());
            while (words.find()) {
                if (words.group("literal") == null) {
                    follow(words.group("path"), pattern.type());
                } else {
                    literals.add(words.group("literal"));
                }
            }
        }
    }

    /** A path from a variable, or from a fact itself. */
    private void follow(String path, Class<?> fact) {
        if (!path.startsWith("$")) {
            found.add(new Read(fact, path));
            return;
        }
        List<String> steps = List.of(path.split("\\.", 2));
        Read start = variables.get(steps.get(0));
        if (start != null) {
            String more = steps.size() == 1 ? "" : steps.get(1);
            String joined = start.path().isEmpty() || more.isEmpty() ? start.path() + more : start.path() + "." + more;
            found.add(new Read(start.fact(), joined));
        }
    }
}
