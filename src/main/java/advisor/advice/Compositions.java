package advisor.advice;

import advisor.catalog.Catalog;
import advisor.facts.Candidate;
import advisor.facts.Lens;
import advisor.facts.OnlyOffers;
import advisor.facts.Request;
import advisor.facts.law.ExportClass;
import advisor.facts.law.ExportState;
import advisor.facts.law.ExportStatus;
import advisor.facts.machine.ComputeMode;
import advisor.facts.model.Precision;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.Quote;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Parameters;
import advisor.sizing.plan.Candidates;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which plans of parts are worth a judgement: of the many that could be put together few would do, and nobody wants to read
 * of the rest. Only where every rule would say the same is one left out here.
 */
final class Compositions {
    private static final int MOST = 6;

    private static final String TOLERANCE = "budget/tolerance";
    private static final Set<ExportState> CLOSED =
            EnumSet.of(ExportState.EMBARGOED, ExportState.LICENCE_REQUIRED, ExportState.PROHIBITED);
    private static final Set<ComputeMode> OPEN = EnumSet.of(ComputeMode.NOT_KNOWN, ComputeMode.UNSUPPORTED);

    private static final Comparator<Candidate> CHEAPEST = Comparator.comparing(
            candidate -> candidate.cost().likelyTotal(), Comparator.nullsLast(Comparator.naturalOrder()));

    private static final Comparator<Candidate> LEAST_DUE = Comparator.comparing(
            candidate -> candidate.cost().likelyOutlay(), Comparator.nullsLast(Comparator.naturalOrder()));

    private final Catalog catalog;
    private final Request request;
    private final List<Parameter> parameters;
    private final Precision published;
    private final double tolerance;

    /**
     * @param published the format that the model was published in
     * @param parameters in force, as the request sets them
     */
    Compositions(Catalog catalog, Request request, Precision published, List<Parameter> parameters) {
        this.catalog = catalog;
        this.request = request;
        this.published = published;
        this.parameters = parameters;
        this.tolerance = Parameters.of(parameters).value(TOLERANCE);
    }

    /** Whether a request may ask for any. */
    static boolean concern(Catalog catalog, Request request) {
        return !catalog.composable().isEmpty()
                && request.lens() == Lens.EVIDENCE
                && !request.asOf().isBefore(catalog.begins())
                && request.onlyOffers() == OnlyOffers.NO;
    }

    /** The cheapest of those that suit, each once; if all are too dear, the one for which the least falls due. */
    List<DeploymentOption> chosen(Candidates sizing) {
        List<Candidate> suiting = suiting(sizing).toList();
        List<Candidate> within = suiting.stream().filter(this::isAffordable).toList();
        return within.isEmpty() ? first(suiting, LEAST_DUE, 1) : first(within, CHEAPEST, MOST);
    }

    private List<DeploymentOption> first(List<Candidate> some, Comparator<Candidate> order, int most) {
        return some.stream()
                .sorted(order)
                .map(candidate -> candidate.option().id())
                .distinct()
                .limit(most)
                .flatMap(id -> Stream.ofNullable(catalog.composable().get(id)))
                .toList();
    }

    private Stream<Candidate> suiting(Candidates sizing) {
        Set<String> closed = closed();
        return catalog.composable().values().stream()
                .filter(option -> !closed.contains(option.accelerator().id()) && isPriced(option))
                .filter(option -> option.obtainableOn(request.asOf()) && option.warrants(request.warranty()))
                .flatMap(option -> sizing.of(option).stream())
                .filter(candidate -> candidate.cost().likelyTotal() != null && suits(candidate));
    }

    /** Parts that an authority holds back from the buyer. */
    private Set<String> closed() {
        Set<String> parts = catalog.composable().values().stream()
                .map(option -> option.accelerator().id())
                .collect(Collectors.toSet());
        List<ExportClass> classes = catalog.exportClasses(parts, parameters, request.asOf());
        return catalog.exportLaw().toBuyer(request, classes).stream()
                .filter(status -> CLOSED.contains(status.state()))
                .map(ExportStatus::accelerator)
                .collect(Collectors.toSet());
    }

    private boolean isPriced(DeploymentOption option) {
        return option.composed()
                && !Quote.inForce(option.quotes(), request.asOf(), request.jurisdiction())
                        .isEmpty();
    }

    /** Whether what it costs is not out of the question. */
    private boolean isAffordable(Candidate candidate) {
        Double over = candidate.cost().overBudgetShare();
        return over == null || over <= tolerance;
    }

    /** Whether it carries the load, as far as that is known. */
    private boolean suits(Candidate candidate) {
        Integer nodes = request.maxNodes();
        return candidate.memory().shortfall() == null
                && !candidate.memory().spilled()
                && candidate.plan().fastEnough()
                && !OPEN.contains(candidate.plan().mode())
                && request.precisionFloor().accepts(candidate.precision(), published)
                && (nodes == null || candidate.plan().nodes() <= nodes);
    }
}
