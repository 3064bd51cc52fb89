package advisor.bench.peers;

import advisor.bench.peers.Facts.Scenario;
import advisor.facts.Finding;
import java.util.List;
import java.util.stream.Stream;

/** One way to judge the scenarios of a table. */
interface Contender {

    /** What it finds, in the form in which it finds it. */
    Object judge(Scenario scenario);

    /** What {@link #judge} found, as {@code <place of the option> <id of the rule>}, in any order. */
    List<String> findings(Object judged);

    static List<String> names(Stream<Finding> findings) {
        return findings.map(finding -> (Finding.OnCandidate) finding)
                .map(finding -> finding.candidate().option().id() + " " + finding.rule())
                .toList();
    }
}
