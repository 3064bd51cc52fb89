package advisor.rules.text;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A condition on a fact, or a part of one, taken apart. */
public sealed interface Expression {
    /** As it is written; a path without superfluous space. */
    String text();

    /** What it is made of, in the order in which that is written. */
    List<Expression> parts();

    /** It, and all that it is made of at whatever depth, in the order in which that is written. */
    default Stream<Expression> all() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Expression::all));
    }

    /** What it reads of facts and variables. */
    default Stream<Path> paths() {
        return all().filter(Path.class::isInstance).map(Path.class::cast).filter(path -> !path.isConstant());
    }

    /** Whether it asks which of two things is more. */
    default boolean isOrdered() {
        return all().anyMatch(part -> part instanceof Comparison comparison && comparison.isOrdered());
    }

    /** {@code memory.usable}, {@code $limit}, {@code cost.ageInMonths($day)}, {@code Vendor.AMD}. */
    record Path(List<Step> steps) implements Expression {
        @Override
        public String text() {
            return steps.stream().map(Step::text).collect(Collectors.joining("."));
        }

        @Override
        public List<Expression> parts() {
            return steps.stream().flatMap(step -> step.arguments().stream()).toList();
        }

        /** Whether it starts at a variable, and not at the fact itself. */
        public boolean isVariable() {
            return first().startsWith("$");
        }

        /** Whether it names a class, and so no value of a fact. */
        public boolean isConstant() {
            return Character.isUpperCase(first().charAt(0));
        }

        private String first() {
            return steps.get(0).name();
        }
    }

    /**
     * One step of a path.
     *
     * @param called whether arguments are given in brackets, be it none
     */
    record Step(String name, boolean called, List<Expression> arguments) {
        /** As it is written, without superfluous space. */
        public String text() {
            if (!called) {
                return name;
            }
            String given = arguments.stream().map(Expression::text).collect(Collectors.joining(", "));
            return name + "(" + given + ")";
        }
    }

    /** A text in its quotes, a number, {@code true}, {@code false} or {@code null}. */
    record Literal(String text) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of();
        }
    }

    /** Several in brackets: {@code (Vendor.AMD, Vendor.NVIDIA)}. */
    record Values(String text, List<Expression> parts) implements Expression {}

    /**
     * Two things compared.
     *
     * @param operator a sign or a word: {@code ==}, {@code contains}, {@code not in}, {@code str[startsWith]}
     */
    record Comparison(String text, Expression left, String operator, Expression right) implements Expression {
        private static final Set<String> ORDERED = Set.of("<", ">", "<=", ">=");

        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }

        @Override
        public boolean isOrdered() {
            return ORDERED.contains(operator);
        }
    }

    /**
     * One or two put together.
     *
     * @param operator {@code &&}, {@code ||}, {@code !}, or one of arithmetic
     */
    record Compound(String text, String operator, List<Expression> parts) implements Expression {}

    /** A text that is no such expression. */
    record Unread(String text) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of();
        }
    }
}
