package advisor.engine;

import advisor.model.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.model.BetaIndex;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Declaration;
import org.drools.model.Index;
import org.drools.model.Pattern;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.drools.model.constraints.SingleConstraint2;
import org.drools.model.functions.Function1;
import org.jspecify.annotations.Nullable;

/** Reads the conditions that the engine compiled as steps that can be tried one after the other. */
final class PlainReader {
    private final Map<String, Integer> places = new HashMap<>();
    private final List<PlainStep> steps = new ArrayList<>();
    private final List<PlainStep.OfPattern> patterns = new ArrayList<>();
    private boolean plain = true;
    private boolean readsFindings;

    private PlainReader() {}

    static PlainReader of(Condition condition) {
        PlainReader reader = new PlainReader();
        reader.read(condition);
        return reader;
    }

    /** Whether all of it could be read: the rest takes a session. */
    boolean plain() {
        return plain;
    }

    boolean readsFindings() {
        return readsFindings;
    }

    List<PlainStep> steps() {
        return steps;
    }

    List<PlainStep.OfPattern> patterns() {
        return patterns;
    }

    /** Where each variable stands among the values of a match. */
    Map<String, Integer> places() {
        return places;
    }

    /** Where some variables stand. */
    int[] places(Variable<?>[] variables) {
        int[] all = new int[variables.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = place(variables[i]);
        }
        return all;
    }

    private void read(Condition condition) {
        switch (condition.getType()) {
            case AND -> condition.getSubConditions().forEach(this::read);
            case PATTERN -> {
                PlainStep.OfPattern pattern = pattern((Pattern<?>) condition);
                patterns.add(pattern);
                steps.add(pattern);
            }
            case NOT -> existence(condition, false);
            case EXISTS -> existence(condition, true);
            case CONSEQUENCE -> {}
            default -> plain = false;
        }
    }

    private void existence(Condition condition, boolean wanted) {
        List<Condition> parts = condition.getSubConditions();
        if (parts.size() == 1 && parts.get(0) instanceof Pattern<?> pattern) {
            steps.add(new PlainStep.OfExistence(wanted, pattern(pattern)));
        } else {
            plain = false;
        }
    }

    private PlainStep.OfPattern pattern(Pattern<?> pattern) {
        Variable<?> variable = pattern.getPatternVariable();
        plain &= isOfTheFacts(variable);
        readsFindings |= isFinding(variable.getType());
        Set<String> before = Set.copyOf(places.keySet());
        int place = place(variable);
        List<Constraint> constraints = constraints(pattern.getConstraint()).toList();
        int ofItself = ofItself(constraints, variable);
        List<PlainStep.Part> own =
                constraints.stream().limit(ofItself).map(this::test).toList();
        List<Constraint> others = constraints.subList(ofItself, constraints.size());
        List<PlainStep.Part> parts = new ArrayList<>();
        List<Binding> unread = new ArrayList<>(pattern.getBindings());
        others.forEach(constraint -> {
            bindings(unread, variables(constraint), parts);
            parts.add(test(constraint));
        });
        bindings(unread, null, parts);
        return new PlainStep.OfPattern(variable.getType(), place, own, parts, join(others, before));
    }

    /** How many constraints come before the first that looks at anything but the fact. */
    private static int ofItself(List<Constraint> constraints, Variable<?> fact) {
        int count = 0;
        while (count < constraints.size() && Set.of(fact).containsAll(variables(constraints.get(count)))) {
            count++;
        }
        return count;
    }

    /** What the first of some constraints makes equal to a value bound before, if equal values have equal hashes. */
    private PlainStep.@Nullable Join join(List<Constraint> constraints, Set<String> before) {
        if (constraints.isEmpty()
                || !(constraints.get(0) instanceof SingleConstraint2<?, ?> constraint)
                || !(constraint.getIndex() instanceof BetaIndex<?, ?, ?> index)
                || index.getConstraintType() != Index.ConstraintType.EQUAL
                || index.getRightOperandExtractor() == null
                || !before.contains(constraint.getVariables()[1].getName())
                || !hashesAsItCompares(index.getIndexedClass())) {
            return null;
        }
        return joined(index, place(constraint.getVariables()[1]));
    }

    @SuppressWarnings("unchecked") // the compiler saw to the types of both sides
    private static PlainStep.Join joined(BetaIndex<?, ?, ?> index, int other) {
        return new PlainStep.Join((Function1<Object, ?>) index.getLeftOperandExtractor(), other, (Function1<Object, ?>)
                index.getRightOperandExtractor());
    }

    /** Numbers are equal over types that hash otherwise. */
    private static boolean hashesAsItCompares(Class<?> type) {
        return !type.isPrimitive() && !Number.class.isAssignableFrom(type) && type != Object.class;
    }

    private static boolean isFinding(Class<?> type) {
        return Finding.class.isAssignableFrom(type)
                || type.isAssignableFrom(Finding.OnCandidate.class)
                || type.isAssignableFrom(Finding.OnRequest.class);
    }

    private static boolean isOfTheFacts(Variable<?> variable) {
        return !(variable instanceof Declaration<?> declaration)
                || (declaration.getSource() == null && declaration.getWindow() == null);
    }

    /** Reads what a constraint compares as late as it can be: the constraints before it may guard it. */
    private void bindings(List<Binding> unread, @Nullable Set<Variable<?>> wanted, List<PlainStep.Part> parts) {
        for (Binding binding : List.copyOf(unread)) {
            if (wanted == null || wanted.contains(binding.getBoundVariable())) {
                int[] inputs = places(binding.getInputVariables());
                parts.add(new PlainStep.Reading(place(binding.getBoundVariable()), binding, inputs));
                unread.remove(binding);
            }
        }
    }

    private static Stream<Constraint> constraints(Constraint constraint) {
        Constraint.Type type = constraint.getType();
        if (type == Constraint.Type.MULTIPLE || type == Constraint.Type.AND) {
            return constraint.getChildren().stream().flatMap(PlainReader::constraints);
        }
        return constraint == SingleConstraint.TRUE ? Stream.empty() : Stream.of(constraint);
    }

    private static Set<Variable<?>> variables(Constraint constraint) {
        Set<Variable<?>> variables = new HashSet<>();
        if (constraint instanceof SingleConstraint single) {
            for (Variable<?> variable : single.getVariables()) {
                variables.add(variable);
            }
        }
        constraint.getChildren().forEach(child -> variables.addAll(variables(child)));
        return variables;
    }

    private PlainStep.Part test(Constraint constraint) {
        if (constraint instanceof SingleConstraint single) {
            plain &= !single.isTemporal();
            return PlainTest.of(single, places(single.getVariables()));
        }
        List<PlainStep.Part> children =
                constraint.getChildren().stream().map(this::test).toList();
        return constraint.getType() == Constraint.Type.OR ? PlainTest.any(children) : PlainTest.all(children);
    }

    private int place(Variable<?> variable) {
        return places.computeIfAbsent(variable.getName(), name -> places.size());
    }
}
