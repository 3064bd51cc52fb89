package advisor.bench.peers;

import advisor.bench.peers.Facts.Scenario;
import advisor.facts.Lens;
import advisor.rules.RuleBook;
import advisor.rules.compile.RuleCompiler;
import advisor.rules.session.Judgement;
import java.nio.file.Path;
import java.util.List;

/** The advisor's own engine, with all that it records of each finding. */
record OwnEngine(RuleBook rules) implements Contender {
    static OwnEngine load(Path folder) {
        return new OwnEngine(RuleBook.load(folder, new RuleCompiler()));
    }

    @Override
    public Judgement judge(Scenario scenario) {
        return rules.judge(scenario.facts(), Lens.EVIDENCE, Facts.DAY);
    }

    @Override
    public List<String> findings(Object judged) {
        return ((Judgement) judged)
                .orThrow().firings().stream()
                        .map(firing -> firing.candidate().option().id() + " "
                                + firing.rule().id())
                        .toList();
    }
}
