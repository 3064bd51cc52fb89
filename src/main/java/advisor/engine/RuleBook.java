package advisor.engine;

import advisor.model.Finding;
import advisor.model.Fingerprint;
import advisor.model.Lens;
import advisor.model.LoadException;
import advisor.model.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** All rules, compiled and ready. Immutable, and safe for several threads: each judgement has a session of its own. */
public final class RuleBook {
    private final List<RuleDefinition> rules;
    private final Map<String, RuleDefinition> byKey;
    private final KieBase base;
    private final String sha256;

    private RuleBook(List<RuleDefinition> rules, Map<String, RuleDefinition> byKey, KieBase base, String sha256) {
        this.rules = rules;
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
        return new Loader(compiler).load(RuleFolder.read(folder));
    }

    /** The rules in the order of their ids. */
    public List<RuleDefinition> rules() {
        return rules;
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
            return recorder.judgement(findings(session));
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

    /** Turns rule files into a rule book, or into all that is wrong with them. */
    private static final class Loader {
        private final RuleCompiler compiler;
        private final List<Problem> problems = new ArrayList<>();
        private final Map<String, RuleDefinition> byId = new HashMap<>();
        private final Map<String, RuleDefinition> byKey = new HashMap<>();
        private final List<Model> models = new ArrayList<>();
        private final Fingerprint fingerprint = new Fingerprint();

        Loader(RuleCompiler compiler) {
            this.compiler = compiler;
        }

        RuleBook load(List<RuleFile> files) {
            files.forEach(this::add);
            if (!problems.isEmpty()) {
                throw new LoadException(problems);
            }
            List<RuleDefinition> rules = byId.values().stream()
                    .sorted((one, other) -> one.id().compareTo(other.id()))
                    .toList();
            return new RuleBook(rules, byKey, base(), fingerprint.hex());
        }

        private void add(RuleFile file) {
            fingerprint.add(file.name()).add(file.text());
            List<RuleDefinition> rules = RuleParser.parse(file, problems);
            rules.forEach(this::register);
            CompiledRules compiled = compiler.compile(file, rules, problems);
            if (compiled != null) {
                models.addAll(compiled.models(RuleBook.class.getClassLoader()));
                rules.forEach(rule -> index(rule, file));
            }
        }

        private void register(RuleDefinition rule) {
            RuleDefinition other = byId.putIfAbsent(rule.id(), rule);
            if (other != null) {
                problems.add(new Problem(
                        "rules/" + rule.file(),
                        rule.line(),
                        0,
                        "The id (%s) is already the one of the rule at %s.".formatted(rule.id(), other.place()),
                        ""));
            }
        }

        private void index(RuleDefinition rule, RuleFile file) {
            byKey.put(Recorder.key(RuleFolder.packageOf(file), rule.name()), rule);
        }

        private KieBase base() {
            return KieBaseBuilder.createKieBaseFromModel(models);
        }
    }
}
