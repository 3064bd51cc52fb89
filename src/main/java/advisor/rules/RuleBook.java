package advisor.rules;

import advisor.facts.Candidate;
import advisor.facts.Finding;
import advisor.facts.Lens;
import advisor.rules.explain.Facts;
import advisor.rules.explain.Reads;
import advisor.rules.explain.RuleLogic;
import advisor.rules.explain.Walk;
import advisor.rules.session.Hearing;
import advisor.rules.session.Judgement;
import advisor.rules.session.Patience;
import advisor.rules.session.RuleBases;
import advisor.rules.session.RuleFailure;
import advisor.rules.session.ShownValues;
import advisor.rules.text.RuleDefinition;
import advisor.rules.text.RuleTexts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;

/** All rules, compiled and ready. Immutable, and safe for several threads: each judgement has a session of its own. */
public final class RuleBook {
    /** Firings that every judgement is allowed, however few its facts and rules are. */
    private static final long FREE_FIRINGS = 10_000;

    private final List<RuleDefinition> rules;
    private final List<RuleLogic> logic;
    private final RuleBases bases;
    private final String sha256;
    private final RuleTexts texts;
    private final Patience patience;
    private final Predicate<RuleDefinition> asked;

    RuleBook(List<RuleLogic> logic, RuleBases bases, String sha256, RuleTexts texts) {
        this(
                logic.stream()
                        .sorted(Comparator.comparing(rule -> rule.rule().id()))
                        .toList(),
                bases,
                sha256,
                texts,
                Patience.USUAL,
                rule -> true);
    }

    private RuleBook(
            List<RuleLogic> sorted,
            RuleBases bases,
            String sha256,
            RuleTexts texts,
            Patience patience,
            Predicate<RuleDefinition> asked) {
        this.logic = sorted;
        this.rules = this.logic.stream().map(RuleLogic::rule).toList();
        this.bases = bases;
        this.sha256 = sha256;
        this.texts = texts;
        this.patience = patience;
        this.asked = asked;
    }

    /** The same rules, for somebody who waits longer or less long. */
    public RuleBook within(Patience other) {
        return new RuleBook(logic, bases, sha256, texts, other, asked);
    }

    /**
     * The same rules for somebody who reads verdicts and no notes: rules that but note something are not asked, which make
     * two of five findings, unless a rule minds what is noted. Verdicts, points and ranks are the same.
     */
    public RuleBook withoutNotes() {
        if (logic.stream().anyMatch(RuleLogic::mindsAnyNote)) {
            return this;
        }
        Set<String> minded = logic.stream()
                .flatMap(rule -> Reads.literals(rule, Finding.OnCandidate.class).stream())
                .collect(Collectors.toSet());
        return new RuleBook(
                logic,
                bases,
                sha256,
                texts,
                patience,
                rule -> rule.kind() != Finding.Kind.NOTE || minded.contains(rule.id()));
    }

    /** The same for somebody who asks some of its rules alone. */
    public RuleBook only(Predicate<RuleDefinition> some) {
        return new RuleBook(logic, bases, sha256, texts, patience, rule -> asked.test(rule) && some.test(rule));
    }

    /** Whether it is heard at all, under the lens that it speaks under and from the day that it is known on. */
    public boolean asks(RuleDefinition rule) {
        return asked.test(rule);
    }

    /** The rules in the order of their ids. */
    public List<RuleDefinition> rules() {
        return rules;
    }

    /** The conditions of the rules, in the order of their ids. */
    public List<RuleLogic> logic() {
        return logic;
    }

    public RuleBases bases() {
        return bases;
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
     * Runs the rules that speak under a lens and on a day over facts, in a session. A rule that fails, or fires without
     * end, is left out and named among the errors.
     *
     * @param lens rules that speak under the other lens alone are not asked
     * @param asOf rules that could not be known on this day are not asked
     * @throws RuleFailure if no rule can be blamed for a failure, or if it takes too long
     * @throws java.util.concurrent.CancellationException if nobody waits for it any longer
     */
    public Judgement judge(Collection<?> facts, Lens lens, LocalDate asOf) {
        return judge(facts, lens, asOf, limit(facts.size()));
    }

    /**
     * What a rule that was not asked would show in its sentence, by placeholder path; {@code null} if its conditions do
     * not hold. It is explained, not judged.
     *
     * @param facts of the judgement, with its findings
     * @param candidate {@code null} for a rule on the request as a whole; a rule on the other says nothing
     */
    public @Nullable Map<String, @Nullable Object> shownBy(
            RuleDefinition rule, Facts facts, @Nullable Candidate candidate) {
        ShownValues shown = bases.shown(rule);
        return logic.stream()
                .filter(one -> one.rule() == rule && one.hasSubject() == (candidate != null))
                .findFirst()
                .flatMap(one -> Walk.match(one, facts, candidate))
                .map(values ->
                        shown.of(binding -> values.apply("$" + shown.bindings().get(binding))))
                .orElse(null);
    }

    /** The rule of an id; {@code null} if there is none. */
    public @Nullable RuleDefinition rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst().orElse(null);
    }

    /** @param limit firings after which the rule that fired most is stopped */
    public Judgement judge(Collection<?> facts, Lens lens, LocalDate asOf, int limit) {
        return new Hearing(bases, facts, speaking(lens, asOf), limit, patience).judgement();
    }

    /** Builds the network of the rules that a judgement will ask, unless it is there; of use while facts are gathered. */
    public void prepare(Lens lens, LocalDate asOf) {
        bases.of(speaking(lens, asOf));
    }

    private Predicate<RuleDefinition> speaking(Lens lens, LocalDate asOf) {
        return rule -> asks(rule) && rule.speaksUnder(lens) && rule.knownOn(asOf);
    }

    /** One firing for each rule on each fact, and some more: the shipped rules take a twentieth of it. */
    private int limit(int facts) {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, FREE_FIRINGS + (long) facts * rules.size()));
    }
}
