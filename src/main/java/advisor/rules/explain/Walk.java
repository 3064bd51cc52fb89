package advisor.rules.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tries every condition of a rule on every fact that the conditions before it let through. */
public final class Walk {
    private static final Observer NOBODY = new Observer() {
        @Override
        public void tried(RuleCondition condition, boolean holds) {}

        @Override
        public boolean asks(RuleCondition condition) {
            return false;
        }
    };

    private final RuleLogic logic;
    private final Facts facts;
    private final @Nullable Object subject;
    private final Observer observer;

    private Walk(RuleLogic logic, Facts facts, @Nullable Object subject, Observer observer) {
        this.logic = logic;
        this.facts = facts;
        this.subject = subject;
        this.observer = observer;
    }

    /** Is told of each trial. */
    @FunctionalInterface
    public interface Observer {
        void tried(RuleCondition condition, boolean holds);

        /** Whether it is to be told of every trial of a condition: others need not be tried on each fact anew. */
        default boolean asks(RuleCondition condition) {
            return true;
        }
    }

    /**
     * What a rule's variables stand for, by their names, where its conditions first hold; nothing if they hold nowhere.
     *
     * @param subject the candidate that it is asked about; {@code null} for a rule on the request as a whole
     */
    public static Optional<Function<String, @Nullable Object>> match(
            RuleLogic logic, Facts facts, @Nullable Object subject) {
        return ways(logic, facts, subject).stream().findFirst().map(way -> way::value);
    }

    /** Whether some condition before a rule comes to its candidate keeps it from firing, whichever that is. */
    public static boolean endsBeforeSubject(RuleLogic logic, Facts facts) {
        List<Node> before = logic.nodes().stream()
                .takeWhile(node -> node.bindingPatterns().noneMatch(PatternNode::isSubject))
                .toList();
        return of(logic, facts, null).ways(before, Bindings.NONE).isEmpty();
    }

    /**
     * Whether a rule may fire by what it asks first, as far as that is asked of facts of some types: what is of other types
     * may still keep it from firing.
     *
     * @param facts all that there are of the types
     */
    public static boolean mayFire(RuleLogic logic, Facts facts, Set<Class<?>> types) {
        List<Node> first = logic.nodes().stream()
                .takeWhile(node ->
                        node instanceof PatternNode pattern && pattern.from() == null && types.contains(pattern.type()))
                .toList();
        return !logic.unexplained().isEmpty()
                || !of(logic, facts, null).ways(first, Bindings.NONE).isEmpty();
    }

    /** A walk that tells nobody. */
    static Walk of(RuleLogic logic, Facts facts, @Nullable Object subject) {
        return new Walk(logic, facts, subject, NOBODY);
    }

    public static void over(RuleLogic logic, Facts facts, Observer observer) {
        new Walk(logic, facts, null, observer).ways(logic.nodes(), Bindings.NONE);
    }

    /** The ways in which a rule's conditions hold of a candidate. */
    static List<Bindings> ways(RuleLogic logic, Facts facts, @Nullable Object subject) {
        return of(logic, facts, subject).ways(logic.nodes(), Bindings.NONE);
    }

    /** Every way in which parts hold together. */
    List<Bindings> ways(List<Node> nodes, Bindings bindings) {
        List<Bindings> ways = List.of(bindings);
        for (Node node : nodes) {
            List<Bindings> more = new ArrayList<>();
            for (Bindings way : ways) {
                more.addAll(ways(node, way));
            }
            ways = more;
        }
        return ways;
    }

    private List<Bindings> ways(Node node, Bindings bindings) {
        if (node instanceof PatternNode pattern) {
            return through(pattern, bindings);
        }
        if (node instanceof AccumulateNode accumulate) {
            return through(accumulate, bindings);
        }
        if (node instanceof EitherNode either) {
            List<Bindings> ways = new ArrayList<>();
            either.branches().forEach(branch -> ways.addAll(ways(branch, bindings)));
            tell(either.condition(), !ways.isEmpty());
            return ways;
        }
        boolean holds = node instanceof ForallNode forall
                ? holds(forall, bindings)
                : node instanceof ExistenceNode existence && holds(existence, bindings);
        tell(node.condition(), holds);
        return holds ? List.of(bindings) : List.of();
    }

    List<Bindings> through(PatternNode pattern, Bindings bindings) {
        List<Bindings> ways = new ArrayList<>();
        boolean sifted = isSifted(pattern, bindings);
        for (Object fact : sifted ? pattern.alone(facts) : searched(pattern, bindings)) {
            Bindings more = pattern.bound(bindings, fact);
            if (sifted ? pattern.holdsBesides(more) : satisfies(pattern, more)) {
                ways.add(more);
            }
        }
        tell(pattern.condition(), !ways.isEmpty());
        return ways;
    }

    /** Whether what holds of a fact alone need not be tried again beside each other fact, as nobody is told. */
    private boolean isSifted(PatternNode pattern, Bindings bindings) {
        return pattern.from() == null
                && !(pattern.isSubject() && subject != null)
                && !bindings.has(pattern.variable())
                && (observer == NOBODY || pattern.constraints().stream().noneMatch(this::isAskedFor));
    }

    private boolean isAskedFor(ConstraintNode constraint) {
        return observer.asks(logic.conditions().get(constraint.condition()));
    }

    /** Whether a rule is asked about a candidate, and has not come to it yet. */
    boolean isBeforeSubject(Bindings bindings) {
        return subject != null && !bindings.has(PatternNode.SUBJECT);
    }

    /** What a pattern looks at: of a rule that is asked about one candidate, that one alone. */
    List<Object> searched(PatternNode pattern, Bindings bindings) {
        return pattern.isSubject() && subject != null ? List.of(subject) : pattern.searched(facts, bindings);
    }

    private List<Bindings> through(AccumulateNode accumulate, Bindings bindings) {
        Bindings results = accumulate.results(counted(accumulate, bindings), bindings);
        boolean holds = accumulate.holds(results);
        tell(accumulate.condition(), holds);
        return holds ? List.of(results) : List.of();
    }

    /** What goes into the calculation. */
    List<Bindings> counted(AccumulateNode accumulate, Bindings bindings) {
        return amongAll().ways(List.copyOf(accumulate.patterns()), bindings);
    }

    private boolean holds(ExistenceNode existence, Bindings bindings) {
        return found(existence, bindings).isEmpty() != existence.wanted();
    }

    /** Every way in which what must be there, or must not, is there. */
    List<Bindings> found(ExistenceNode existence, Bindings bindings) {
        return amongAll().ways(existence.parts(), bindings);
    }

    private boolean holds(ForallNode forall, Bindings bindings) {
        return satisfying(forall, bindings).size()
                == forall.pattern().searched(facts, bindings).size();
    }

    /** The facts that are as all must be. */
    List<Object> satisfying(ForallNode forall, Bindings bindings) {
        return forall.pattern().searched(facts, bindings).stream()
                .filter(fact -> satisfies(forall.pattern(), forall.pattern().bound(bindings, fact)))
                .toList();
    }

    /** The same walk where any candidate will do. */
    private Walk amongAll() {
        return subject == null ? this : new Walk(logic, facts, null, observer);
    }

    private boolean satisfies(PatternNode pattern, Bindings bindings) {
        boolean all = true;
        for (ConstraintNode constraint : pattern.constraints()) {
            boolean holds = constraint.holds(bindings);
            tell(constraint.condition(), holds);
            all &= holds;
        }
        return all;
    }

    private void tell(int condition, boolean holds) {
        observer.tried(logic.conditions().get(condition), holds);
    }
}
