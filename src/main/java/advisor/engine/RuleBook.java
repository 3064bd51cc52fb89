package advisor.engine;

import advisor.engine.trace.RuleLogic;
import advisor.model.Finding;
import advisor.model.Lens;
import advisor.model.LoadException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** All rules, compiled and ready. Immutable, and safe for several threads: each judgement has a session of its own. */
public final class RuleBook {
    private final List<RuleDefinition> rules;
    private final List<RuleLogic> logic;
    private final Map<String, RuleDefinition> byKey;
    private final KieBase base;
    private final String sha256;

    RuleBook(List<RuleLogic> logic, Map<String, RuleDefinition> byKey, KieBase base, String sha256) {
        this.logic = logic.stream()
                .sorted(Comparator.comparing(rule -> rule.rule().id()))
                .toList();
        this.rules = this.logic.stream().map(RuleLogic::rule).toList();
        this.byKey = byKey;
        this.base = base;
        this.sha256 = sha256;
    }

    /**
     * Reads and compiles the rule files of a folder.
     *
     * @throws LoadException with every problem of every file
     */
    public static RuleBook load(Path folder, RuleCompiler compiler) {
        return RuleLoader.load(folder, compiler).orThrow();
    }

    /**
     * Reads and compiles the rule files of a folder, and says all that is wrong with them.
     *
     * @throws LoadException if there is no such folder, or no rule file in it
     */
    public static LoadedRules tryLoad(Path folder, RuleCompiler compiler) {
        return RuleLoader.load(folder, compiler);
    }

    /** The rules in the order of their ids. */
    public List<RuleDefinition> rules() {
        return rules;
    }

    /** The conditions of the rules, in the order of their ids. */
    public List<RuleLogic> logic() {
        return logic;
    }

    /** SHA-256 over the names and texts of all rule files. */
    public String sha256() {
        return sha256;
    }

    /**
     * Runs all rules over facts.
     *
     * @param lens rules that speak under the other lens alone are suppressed
     * @param asOf rules that could not be known on this day do not speak
     * @throws RuleFailure if a rule breaks while it runs
     */
    public Judgement judge(Collection<?> facts, Lens lens, LocalDate asOf) {
        Recorder recorder = new Recorder(byKey, lens, asOf);
        KieSession session = base.newKieSession();
        try {
            session.addEventListener(recorder.matches());
            session.addEventListener(recorder.findings());
            facts.forEach(session::insert);
            session.fireAllRules(recorder);
            return recorder.judgement(findings(session), List.copyOf(session.getObjects()));
        } catch (RuntimeException e) {
            // Whatever a rule's Java throws comes out here, wrapped by Drools or not.
            throw RuleFailure.in(e, byKey);
        } finally {
            session.dispose();
        }
    }

    private static Set<Finding> findings(KieSession session) {
        Set<Finding> findings = new LinkedHashSet<>();
        session.getObjects(Finding.class::isInstance).forEach(object -> findings.add((Finding) object));
        return findings;
    }
}
