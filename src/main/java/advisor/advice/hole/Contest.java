package advisor.advice.hole;

import advisor.advice.Advice;
import advisor.advice.Evidence;
import advisor.advice.OptionVerdict;
import advisor.advice.Overrides;
import advisor.advice.Trial;
import advisor.advice.Verdict;
import advisor.catalog.Catalog;
import advisor.facts.Candidate;
import advisor.facts.Comparison;
import advisor.facts.Finding;
import advisor.facts.Request;
import advisor.facts.machine.Engine;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Parameters;
import advisor.rules.RuleBook;
import advisor.sizing.cost.Outlook;
import advisor.sizing.plan.Sizings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells whether an option comes first in another form. Only it and what could come first is judged again, with what costs
 * are compared with: what is rejected stays so, whatever another option costs.
 */
final class Contest {
    private static final int GRAVE = -10;

    /** Whoever comes before none of so many that lead comes before none of all. */
    private static final int FOREMOST = 3;

    /** Rules of supply that speak of what is to be had, and of no law. */
    private static final Set<String> OF_THE_MARKET =
            Set.of("supply/rack-left-out", "supply/rack-needs-many-streams", "supply/used-in-numbers");

    private final Advice advice;
    private final Catalog catalog;
    private final RuleBook rules;
    private final List<Parameter> parameters;
    private final List<Candidate> rivals;
    private final List<Candidate> foremost;

    Contest(Advice advice, Catalog catalog, RuleBook rules) {
        this.advice = advice;
        this.catalog = catalog;
        this.rules = rules.withoutNotes();
        this.parameters = new Overrides(catalog, advice.request()).parameters();
        this.rivals = rivals(advice, advice.verdicts().stream());
        this.foremost = rivals(advice, advice.viable().stream().limit(FOREMOST));
    }

    Advice advice() {
        return advice;
    }

    Catalog catalog() {
        return catalog;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    /** The viable plans of some options, and what costs are compared with. */
    private static List<Candidate> rivals(Advice advice, Stream<OptionVerdict> options) {
        Stream<Candidate> viable = options.flatMap(option -> option.all().stream())
                .filter(verdict -> verdict.stance().viable())
                .map(Verdict::candidate);
        return Stream.concat(viable, advice.comparisons().stream().map(Comparison::other))
                .distinct()
                .toList();
    }

    /** The plan of an option, if it comes first in this form. */
    Optional<Candidate> first(List<Candidate> option) {
        return first(advice.request(), option, catalog);
    }

    /** The same for another request, or with more known. Few do, so they are held against the foremost before all. */
    Optional<Candidate> first(Request asked, List<Candidate> option, Catalog known) {
        return among(foremost, asked, option, known).flatMap(likely -> among(rivals, asked, option, known));
    }

    private Optional<Candidate> among(List<Candidate> field, Request asked, List<Candidate> option, Catalog known) {
        Stream<Candidate> others = field.stream()
                .filter(rival -> option.stream().noneMatch(own -> own.option().equals(rival.option())));
        List<Candidate> judged = Stream.concat(others, option.stream()).toList();
        Verdict leader = Trial.of(new Evidence.Matter(asked, advice.model(), parameters, judged), known, rules)
                .leader();
        return Optional.of(leader)
                .filter(this::isGood)
                .filter(Contest::isLawful)
                .map(Verdict::candidate)
                .filter(option::contains);
    }

    /** Nobody is sent for what could not be advised; where nothing is, what is as fast as is wished may be worth asking for. */
    private boolean isGood(Verdict leader) {
        return leader.stance().advisable()
                || leader.stance().viable()
                        && leader.candidate().plan().fastEnough()
                        && advice.recommended().isEmpty();
    }

    /** Nobody is sent for what the law of some country, or a licence, speaks gravely against. */
    private static boolean isLawful(Verdict leader) {
        return leader.reasons(Finding.Kind.CONCERN).stream()
                .filter(reason -> !OF_THE_MARKET.contains(reason.rule().id()))
                .noneMatch(reason -> reason.isOfAuthority() && reason.points() <= GRAVE);
    }

    /** An option laid out anew. */
    List<Candidate> candidates(Sizings sizings, Request asked, DeploymentOption option, Collection<Engine> engines) {
        return sizings.candidates(asked, advice.model(), engines, Parameters.of(parameters), Outlook.STATED)
                .of(option);
    }
}
