package advisor.workshop;

import advisor.advice.Assessment;
import advisor.engine.Check;
import advisor.engine.Fault;
import advisor.engine.LoadedRules;
import advisor.engine.RuleError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Runs rules over one plain request and over all scenarios, and tells which of them fail. */
final class SmokeRun {
    private final LoadedRules loaded;
    private final Workshop workshop;

    SmokeRun(LoadedRules loaded, Workshop workshop) {
        this.loaded = loaded;
        this.workshop = workshop;
    }

    /** One fault for each rule that fails. */
    List<Fault> faults() {
        Set<String> told = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        Stream.concat(Stream.of(workshop.smoke()), workshop.assessments().stream())
                .map(Assessment::judgement)
                .flatMap(judgement -> judgement.errors().stream())
                .filter(error -> told.add(error.rule().id()))
                .forEach(error -> faults.add(fault(error)));
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
