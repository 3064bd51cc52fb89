package advisor.workshop;

import advisor.rules.LoadedRules;
import advisor.rules.RuleBook;
import advisor.rules.text.Check;
import advisor.rules.text.Fault;
import advisor.rules.text.RuleDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The exceptions that rules ask for themselves: {@code @lint("literal: the id of a source, no figure")}. */
final class OptOuts {
    private final List<Fault> faults = new ArrayList<>();
    private final Set<Excuse> excuses = new HashSet<>();

    OptOuts(LoadedRules loaded, @Nullable RuleBook book) {
        if (book != null) {
            book.rules().forEach(rule -> read(rule, loaded));
        }
    }

    private record Excuse(String rule, Check check) {}

    /** What is wrong with the exceptions themselves. */
    List<Fault> faults() {
        return faults;
    }

    boolean excuse(Fault fault) {
        return excuses.contains(new Excuse(fault.rule(), fault.check()));
    }

    private void read(RuleDefinition rule, LoadedRules loaded) {
        for (String exception : rule.exceptions()) {
            String[] parts = exception.split(":", 2);
            Check check = Arrays.stream(Check.values())
                    .filter(known -> known.id().equals(parts[0].strip()) && !known.stopsLoading())
                    .findFirst()
                    .orElse(null);
            if (check == null) {
                faults.add(loaded.fault(
                        Check.OPT_OUT,
                        rule,
                        "@lint",
                        "The check (%s) cannot be opted out of.".formatted(parts[0].strip()),
                        ""));
            } else if (parts.length < 2 || parts[1].isBlank()) {
                faults.add(loaded.fault(
                        Check.OPT_OUT,
                        rule,
                        "@lint",
                        "The exception from check (%s) must give a reason.".formatted(check.id()),
                        "Maybe @lint(\"%s: why\")?".formatted(check.id())));
            } else {
                excuses.add(new Excuse(rule.id(), check));
            }
        }
    }
}
