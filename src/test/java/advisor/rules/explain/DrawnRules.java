package advisor.rules.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rules drawn by chance, of every form of condition that a rule may have. The same seed draws the same rules. */
final class DrawnRules {
    private static final List<Form> FACTS = List.of(
            new Form(
                    "Accelerator",
                    List.of("releaseYear"),
                    List.of("tdpWatts", "fp8Teraflops", "allInKilowatts"),
                    List.of("domesticIn", "id"),
                    List.of("chinaVariant")),
            new Form("Parameter", List.of(), List.of("value"), List.of("id", "asPrinted"), List.of()),
            new Form(
                    "Candidate",
                    List.of("option.devices", "option.nodes", "accelerator.releaseYear"),
                    List.of("accelerator.tdpWatts", "power.allInKilowatts", "accelerator.fp8Teraflops"),
                    List.of("accelerator.domesticIn", "plan.engine", "accelerator.id"),
                    List.of("offloads", "readsHostMemory")));

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<Variable> bound = new ArrayList<>();
    private int variables;

    private DrawnRules(long seed) {
        this.random = new Random(seed);
    }

    /** A fact type with properties by their type; some are null of some facts. */
    private record Form(
            String type, List<String> integers, List<String> doubles, List<String> texts, List<String> flags) {}

    /** Conditions none of which has conditions within: rules that share their joins. */
    static String simple(long seed) {
        DrawnRules drawn = new DrawnRules(seed);
        drawn.line(drawn.simple());
        drawn.line("$candidate : " + drawn.subject());
        for (int i = drawn.random.nextInt(3); i >= 0; i--) {
            drawn.line(drawn.simple());
        }
        return drawn.text.toString();
    }

    private String simple() {
        int form = random.nextInt(4);
        return form < 2 ? pattern(one(FACTS), true) : (form == 2 ? "not " : "exists ") + pattern(one(FACTS), false);
    }

    private record Variable(String name, String type) {}

    /** The conditions of a rule on candidates. */
    static String conditions(long seed) {
        DrawnRules drawn = new DrawnRules(seed);
        int before = drawn.random.nextInt(2);
        drawn.conditions(before, 2);
        drawn.line("$candidate : " + drawn.subject());
        drawn.conditions(1 + drawn.random.nextInt(2), 2);
        return drawn.text.toString();
    }

    /** Often any will do, so that what follows decides. */
    private String subject() {
        Form form = FACTS.get(2);
        return random.nextBoolean() ? pattern(form, true) : "Candidate( " + binding(form) + " )";
    }

    private void line(String condition) {
        text.append("    ").append(condition).append('\n');
    }

    private void conditions(int count, int depth) {
        for (int i = 0; i < count; i++) {
            line(condition(depth, true));
        }
    }

    /** @param binds whether what follows may use what it binds */
    private String condition(int depth, boolean binds) {
        int form = random.nextInt(depth == 0 ? 2 : 9);
        return switch (form) {
            case 0, 1 -> pattern(one(FACTS), binds);
            case 2 -> "not ( " + group(depth) + " )";
            case 3 -> "exists ( " + group(depth) + " )";
            case 4 -> either(depth);
            case 5 -> "forall( " + pattern(one(FACTS), false) + " )";
            case 6 -> binds ? accumulate() : "not " + pattern(one(FACTS), false);
            case 7 -> "not ( " + either(depth) + " )";
            default -> binds ? from() : "exists ( " + either(depth) + " )";
        };
    }

    private String either(int depth) {
        return "( " + group(depth) + " or " + group(depth) + " )";
    }

    /** Some conditions together; what they bind is gone after them. */
    private String group(int depth) {
        int before = bound.size();
        String group = condition(depth - 1, false);
        if (random.nextBoolean()) {
            group = "( " + group + " and " + condition(depth - 1, false) + " )";
        }
        bound.subList(before, bound.size()).clear();
        return group;
    }

    private String pattern(Form form, boolean binds) {
        List<String> parts = constraints(form);
        if (binds && random.nextBoolean()) {
            parts.add(binding(form));
        }
        return form.type() + "( " + String.join(", ", parts) + " )";
    }

    private List<String> constraints(Form form) {
        List<String> parts = new ArrayList<>();
        int count = random.nextInt(4) == 0 ? 2 : 1;
        for (int i = 0; i < count; i++) {
            parts.add(random.nextInt(5) == 0 ? constraint(form) + " || " + constraint(form) : constraint(form));
        }
        return parts;
    }

    private String binding(Form form) {
        String name = "$v" + variables++;
        int type = random.nextInt(3);
        if (type == 0 && !form.integers().isEmpty()) {
            bound.add(new Variable(name, "integer"));
            return name + " : " + one(form.integers());
        }
        bound.add(new Variable(name, type == 1 ? "double" : "text"));
        return name + " : " + one(type == 1 ? form.doubles() : form.texts());
    }

    private String constraint(Form form) {
        if (!bound.isEmpty() && random.nextBoolean()) {
            Variable other = one(bound);
            List<String> own = other.type().equals("integer")
                    ? form.integers()
                    : other.type().equals("double") ? form.doubles() : form.texts();
            if (!own.isEmpty()) {
                return one(own) + " " + one(List.of("==", "!=", "==")) + " " + other.name();
            }
        }
        return switch (random.nextInt(5)) {
            case 0 -> form.flags().isEmpty() ? text(form) : one(form.flags()) + " == " + random.nextBoolean();
            case 1 -> text(form);
            case 2 ->
                form.flags().isEmpty() ? text(form) : one(form.doubles()) + " " + one(List.of("==", "!=")) + " null";
            case 3 ->
                form.integers().isEmpty()
                        ? text(form)
                        : one(form.integers()) + " " + order() + " " + one(List.of(1, 2, 8, 16, 2020, 2022, 2023));
            default -> one(form.doubles()) + " " + order() + " " + one(List.of(0.5, 1, 5, 40, 300, 350, 700, 1000));
        };
    }

    private String order() {
        return one(List.of("<", "<=", ">", ">=", "==", "!="));
    }

    private String text(Form form) {
        String value = one(List.of("null", "null", "\"CN\"", "\"sglang\"", "\"vllm\"", "\"nvidia-h200-sxm\""));
        return one(form.texts()) + " " + one(List.of("==", "!=")) + " " + value;
    }

    private String accumulate() {
        Form form = one(FACTS);
        String value = "$v" + variables++;
        String result = "$v" + variables++;
        String function = one(List.of("sum", "max", "min", "average", "count"));
        List<String> parts = constraints(form);
        String property = one(form.doubles());
        if (!property.equals("value")) {
            parts.add(property + " != null");
        }
        parts.add(value + " : " + property);
        return "accumulate( %s( %s ); %s : %s(%s)%s )"
                .formatted(
                        form.type(),
                        String.join(", ", parts),
                        result,
                        function,
                        value,
                        random.nextBoolean() ? "; " + result + " " + order() + " " + one(List.of(0, 2, 700)) : "");
    }

    private String from() {
        if (text.indexOf("$candidate") < 0) {
            return "exists ( " + pattern(one(FACTS), false) + " )";
        }
        return one(List.of(
                "Quote( market == null ) from $candidate.option.quotes",
                "Quote( market != null, kind == QuoteKind.LIST ) from $candidate.option.quotes",
                "String( this == \"sglang\" ) from $candidate.option.engines",
                "exists ( Quote( asPrinted != null ) from $candidate.option.quotes )",
                "not ( String( this != \"vllm\" ) from $candidate.option.engines )",
                "Bytes( ) from $candidate.memory.total"));
    }

    private <T> T one(List<T> many) {
        return many.get(random.nextInt(many.size()));
    }
}
