package advisor.engine;

import advisor.engine.trace.RuleLogic;
import advisor.model.Lens;
import advisor.model.LoadException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kie.api.KieServices;

/** All rules, compiled and ready. Immutable, and safe for several threads: each judgement has a session of its own. */
public final class RuleBook {
    /** Firings that every judgement is allowed, however few its facts and rules are. */
    private static final long FREE_FIRINGS = 10_000;

    private final List<RuleDefinition> rules;
    private final List<RuleLogic> logic;
    private final RuleBases bases;
    private final List<PlainRule> first;
    private final RuleBases others;
    private final String sha256;
    private final RuleTexts texts;

    RuleBook(List<RuleLogic> logic, RuleBases bases, String sha256, RuleTexts texts) {
        this.logic = logic.stream()
                .sorted(Comparator.comparing(rule -> rule.rule().id()))
                .toList();
        this.rules = this.logic.stream().map(RuleLogic::rule).toList();
        this.bases = bases;
        this.first = bases.plain();
        this.others = bases.others();
        this.sha256 = sha256;
        this.texts = texts;
    }

    /**
     * Reads and compiles the rule files of a folder.
     *
     * @throws LoadException with every problem of every file
     */
    public static RuleBook load(Path folder, RuleCompiler compiler) {
        return tryLoad(folder, compiler).orThrow();
    }

    /**
     * Compiles rule files that were read before.
     *
     * @throws LoadException with every problem of every file
     */
    public static RuleBook of(RuleTexts texts, RuleCompiler compiler) {
        return RuleLoader.load(RuleFiles.of(texts), compiler).orThrow();
    }

    /**
     * Reads and compiles the rule files of a folder, and says all that is wrong with them.
     *
     * @throws LoadException if there is no such folder, or no rule file in it
     */
    public static LoadedRules tryLoad(Path folder, RuleCompiler compiler) {
        return RuleLoader.load(RuleFiles.read(folder), compiler);
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

    /** The files that it was made of. */
    public RuleTexts texts() {
        return texts;
    }

    /** The version of Drools. */
    public static String droolsVersion() {
        return String.valueOf(KieServices.class.getPackage().getImplementationVersion());
    }

    /**
     * Runs all rules over facts. A rule that fails, or fires without end, is left out and named among the errors.
     *
     * @param lens rules that speak under the other lens alone are suppressed
     * @param asOf rules that could not be known on this day do not speak
     * @throws RuleFailure if no rule can be blamed for a failure
     */
    public Judgement judge(Collection<?> facts, Lens lens, LocalDate asOf) {
        return judge(facts, lens, asOf, limit(facts.size()));
    }

    /**
     * As {@link #judge(Collection, Lens, LocalDate)}, but it may leave out the values and sources of what the rules say, and
     * what is suppressed.
     *
     * @throws RuleFailure if no rule can be blamed for a failure
     */
    public Judgement judgeBriefly(Collection<?> facts, Lens lens, LocalDate asOf) {
        return judge(facts, new PlainRun.Scope(lens, asOf, limit(facts.size()), true));
    }

    /** @param limit firings after which the rule that fired most is stopped */
    Judgement judge(Collection<?> facts, Lens lens, LocalDate asOf, int limit) {
        return judge(facts, new PlainRun.Scope(lens, asOf, limit, false));
    }

    private Judgement judge(Collection<?> facts, PlainRun.Scope scope) {
        Judgement plain = PlainRun.judgement(first, facts, scope);
        if (plain == null) {
            return hearing(bases, facts, scope);
        }
        return others.byKey().isEmpty() ? plain : joined(plain, rest(plain.facts(), scope));
    }

    /** What the others say of facts and findings: without a session, too, if none reads what another of them states. */
    private Judgement rest(Collection<?> facts, PlainRun.Scope scope) {
        List<PlainRule> all = others.all();
        Judgement plain = all == null ? null : PlainRun.judgement(all, facts, scope);
        return plain == null ? hearing(others, facts, scope) : plain;
    }

    /** How many rules ask for more than facts and the findings of rules that do not. */
    int rulesInSession() {
        return others.all() == null ? others.byKey().size() : 0;
    }

    /** All rules by a session, which tells which rule fails. */
    Judgement inSession(Collection<?> facts, Lens lens, LocalDate asOf, int limit) {
        return hearing(bases, facts, new PlainRun.Scope(lens, asOf, limit, false));
    }

    private static Judgement hearing(RuleBases some, Collection<?> facts, PlainRun.Scope scope) {
        return new Hearing(some, facts, () -> new Recorder(some, scope.lens(), scope.asOf()), scope.limit())
                .judgement();
    }

    /** @param rest what the rules that need a session say of the facts and of the findings of the plain ones */
    private static Judgement joined(Judgement plain, Judgement rest) {
        return new Judgement(
                both(plain.firings(), rest.firings()),
                both(plain.suppressed(), rest.suppressed()),
                rest.facts(),
                rest.errors());
    }

    private static List<Firing> both(List<Firing> some, List<Firing> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** One firing for each rule on each fact, and some more: the shipped rules take a twentieth of it. */
    private int limit(int facts) {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, FREE_FIRINGS + (long) facts * rules.size()));
    }
}
