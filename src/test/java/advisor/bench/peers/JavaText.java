package advisor.bench.peers;

import advisor.facts.unit.Money;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A table as the Java that somebody in a hurry would write: a method for each rule, and what is common looked at once. */
final class JavaText {
    static final String CLASS = "HandWritten";

    private static final Map<String, String> AGAINST_ZERO = Map.of("<", "< 0", "<=", "<= 0", ">", "> 0", ">=", ">= 0");

    private JavaText() {}

    static String of(Table table) {
        StringBuilder calls = new StringBuilder();
        StringBuilder methods = new StringBuilder();
        for (int i = 0; i < table.rules().size(); i++) {
            calls.append("        rule%s(request, candidates, findings);\n".formatted(i));
            methods.append(method(i, table.rules().get(i)));
        }
        return """
                import advisor.facts.*;
                import advisor.facts.machine.*;
                import advisor.facts.model.*;
                import advisor.facts.law.*;
                import advisor.facts.offer.*;
                import advisor.facts.unit.*;
                import java.util.ArrayList;
                import java.util.List;
                import java.util.function.BiFunction;

                public final class %s implements BiFunction<Request, List<Candidate>, List<Finding>> {
                    @Override
                    public List<Finding> apply(Request request, List<Candidate> candidates) {
                        List<Finding> findings = new ArrayList<>();
                %s        return findings;
                    }
                %s}
                """
                .formatted(CLASS, calls, methods);
    }

    private static String method(int number, Table.Rule rule) {
        return """

                    private static void rule%s(Request request, List<Candidate> candidates, List<Finding> findings) {
                        if (%s) {
                            for (Candidate candidate : candidates) {
                                if (%s) {
                                    findings.add(Finding.concern("%s", candidate));
                                }
                            }
                        }
                    }
                """
                .formatted(number, all(rule.on(Table.Owner.REQUEST)), all(rule.on(Table.Owner.OPTION)), rule.id());
    }

    private static String all(List<Table.Condition> conditions) {
        return conditions.isEmpty()
                ? "true"
                : conditions.stream().map(JavaText::condition).collect(Collectors.joining(" && "));
    }

    private static String condition(Table.Condition condition) {
        Field field = condition.read();
        String left = call(condition.owner() == Table.Owner.OPTION ? "candidate" : "request", field);
        String right = condition.requestField() == null
                ? field.literal(condition.constant())
                : call("request", Fields.REQUEST.get(condition.requestField()));
        if (field.type() == Money.class) {
            return left + ".compareTo(" + right + ") " + AGAINST_ZERO.get(condition.operator());
        }
        if (field.type() == String.class) {
            return (condition.operator().equals("!=") ? "!" : "") + left + ".equals(" + right + ")";
        }
        return left + " " + condition.operator() + " " + right;
    }

    private static String call(String fact, Field field) {
        return fact + "." + field.path().replace(".", "().") + "()";
    }
}
