package advisor.bench.peers;

import advisor.bench.peers.Facts.Scenario;
import advisor.text.Fingerprint;
import java.util.ArrayList;
import java.util.List;

/** What a contender finds in all scenarios: sorted lines {@code <scenario> <option> <rule>}. */
record Findings(List<String> lines) {
    static Findings of(Contender contender, List<Scenario> scenarios) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            for (String finding : contender.findings(contender.judge(scenarios.get(i)))) {
                lines.add(i + " " + finding);
            }
        }
        return new Findings(lines.stream().sorted().toList());
    }

    /** SHA-256 of the lines, each closed by a zero byte. */
    String sha256() {
        return Fingerprint.of(lines.toArray(String[]::new));
    }
}
