package advisor.rules.text;

import advisor.facts.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Reads from a rule's consequence what it states: one finding, in one form, and nothing beside it. */
final class RuleStatement {
    private static final List<String> STATEMENTS = List.of("blocker", "unknown", "concern", "merit", "note", "remark");
    private static final String REMARK = "remark";
    private static final List<String> OPENING = List.of("insertLogical", "(", "Finding", ".");
    private static final List<String> CLOSING = List.of(")", ")", ";");
    private static final String VARIABLE = "$";
    private static final String EXAMPLE = "Maybe insertLogical(Finding.concern($candidate));";

    private final RuleDescr rule;
    private final Faults faults;
    private final RuleParts parts;
    private final List<Token> tokens;

    RuleStatement(RuleFile file, RuleDescr rule, Faults faults) {
        this.rule = rule;
        this.faults = faults;
        this.parts = RuleParts.of(file, RuleFile.Span.of(rule));
        this.tokens = parts.consequence();
    }

    /** What the rule states; {@code null} if that is not one finding. */
    Finding.@Nullable Kind read() {
        int[] findings = IntStream.range(0, tokens.size())
                .filter(i -> text(i).equals("Finding"))
                .toArray();
        if (findings.length != 1) {
            addCount(findings);
            return null;
        }
        String factory = text(findings[0] + 2);
        int argument = findings[0] + 4;
        boolean named = STATEMENTS.contains(factory);
        if (text(findings[0] + 1).equals(".") && (!named || text(argument).startsWith("\""))) {
            addMalformed(factory, tokens.get(findings[0]));
            return null;
        }
        int wrong = firstWrong(factory);
        if (wrong >= 0) {
            addForm(wrong);
            return null;
        }
        return isSeenByTheParser() ? kind(factory) : null;
    }

    /** The first word that is not in its place; -1 if all are. */
    private int firstWrong(String factory) {
        List<String> form = form(factory);
        return IntStream.range(0, Math.max(form.size(), tokens.size()))
                .filter(i -> i >= form.size() || !fits(form.get(i), i))
                .findFirst()
                .orElse(-1);
    }

    /** What a statement on as many variables as there are has to be. */
    private List<String> form(String factory) {
        int variables = (int)
                IntStream.range(0, tokens.size()).filter(i -> fits(VARIABLE, i)).count();
        List<String> form = new ArrayList<>(OPENING);
        form.addAll(List.of(factory, "("));
        for (int i = 0; i < (factory.equals(REMARK) ? variables : Math.max(1, variables)); i++) {
            form.addAll(i == 0 ? List.of(VARIABLE) : List.of(",", VARIABLE));
        }
        form.addAll(CLOSING);
        return form;
    }

    private boolean fits(String expected, int index) {
        return expected.equals(VARIABLE)
                ? text(index).startsWith("$") && tokens.get(index).kind() == Token.Kind.NAME
                : text(index).equals(expected);
    }

    private String text(int index) {
        return index < tokens.size() ? tokens.get(index).text() : "";
    }

    /** What the engine compiles is what was read here. */
    private boolean isSeenByTheParser() {
        List<String> seen = Token.of(String.valueOf(rule.getConsequence())).stream()
                .map(Token::text)
                .toList();
        boolean same = rule.getNamedConsequences().isEmpty()
                && seen.equals(tokens.stream().map(Token::text).toList());
        if (!same) {
            addForm(0);
        }
        return same;
    }

    private void addCount(int[] findings) {
        RuleFile.Place place = findings.length < 2
                ? new RuleFile.Place(rule.getConsequenceLine(), 0)
                : place(tokens.get(findings[1]).from());
        String said = findings.length == 0 && !tokens.isEmpty() ? ": " + statement(0) : "";
        add(
                place,
                "The rule (%s) must state one finding, and states %s%s."
                        .formatted(rule.getName(), findings.length, said));
    }

    private void addMalformed(String factory, Token at) {
        add(
                place(at.from()),
                STATEMENTS.contains(factory)
                        ? "The finding (Finding.%s) is given no text: its id is the name of the rule."
                                .formatted(factory)
                        : "There is no Finding.%s: a finding is one of %s.".formatted(factory, STATEMENTS));
    }

    private void addForm(int wrong) {
        int at = Math.min(wrong, tokens.size() - 1);
        add(
                place(
                        wrong < tokens.size()
                                ? tokens.get(at).from()
                                : tokens.get(at).to() - 1),
                "A consequence states one finding on what the rule binds, and does nothing else; %s%s."
                        .formatted(
                                wrong < tokens.size()
                                        ? "not expected is (%s) of ".formatted(text(at))
                                        : "%s is missing behind ".formatted(missing()),
                                statement(at)));
    }

    /** What an unfinished statement still needs. */
    private String missing() {
        return text(tokens.size() - 1).equals(")") ? "; or )" : "its end";
    }

    /** The statement that a word is part of. */
    private String statement(int index) {
        int first = index;
        while (first > 0 && !text(first - 1).equals(";")) {
            first--;
        }
        int last = index;
        while (last < tokens.size() - 1 && !text(last).equals(";")) {
            last++;
        }
        return parts.text()
                .substring(tokens.get(first).from(), tokens.get(last).to())
                .replaceAll("\\s+", " ");
    }

    private RuleFile.Place place(int offset) {
        return RuleParts.place(parts.text(), offset, Math.max(1, rule.getLine()));
    }

    private void add(RuleFile.Place place, String message) {
        faults.add(Check.FINDING, rule.getName(), place.line(), place.column(), message, EXAMPLE);
    }

    private static Finding.Kind kind(String factory) {
        return REMARK.equals(factory) ? Finding.Kind.NOTE : Finding.Kind.valueOf(factory.toUpperCase(Locale.ROOT));
    }
}
