package advisor.workshop;

import advisor.advice.Assessment;
import advisor.rules.LoadedRules;
import advisor.rules.session.RuleError;
import advisor.rules.text.Check;
import advisor.rules.text.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which rules fail while they run. */
final class SmokeRun {
    private final LoadedRules loaded;
    private final Set<String> told = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    SmokeRun(LoadedRules loaded) {
        this.loaded = loaded;
    }

    void note(Assessment assessment) {
        assessment.judgement().errors().stream()
                .filter(error -> told.add(error.rule().id()))
                .forEach(error -> faults.add(fault(error)));
    }

    /** One fault for each rule that failed. */
    List<Fault> faults() {
        return faults;
    }

    private Fault fault(RuleError error) {
        String candidate =
                error.candidate() == null ? "" : " on " + error.candidate().id();
        return loaded.fault(
                Check.RUNS,
                error.rule(),
                "then",
                "The rule (%s) fails%s: %s."
                        .formatted(error.rule().id(), candidate, error.message().en()),
                "An advice without this rule would be incomplete.");
    }
}
