package advisor.advice;

import advisor.catalog.Catalog;
import advisor.catalog.ExportLaw;
import advisor.facts.Candidate;
import advisor.facts.Comparison;
import advisor.facts.Request;
import advisor.facts.RuleFacts;
import advisor.facts.law.ExportClass;
import advisor.facts.model.LanguageModel;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Parameter;
import advisor.rules.RuleBook;
import advisor.rules.session.Judgement;
import advisor.sizing.cost.Comparisons;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of a request, sized and compared, before any rule is heard: one book of rules or another. */
public final class Evidence {
    private final Matter matter;
    private final Catalog catalog;
    private final List<Comparison> comparisons;
    private final Collection<Object> facts;

    /**
     * What is judged, and under which figures.
     *
     * @param parameters in force, as the request sets them
     */
    public record Matter(
            Request request, LanguageModel model, List<Parameter> parameters, List<Candidate> candidates) {}

    private Evidence(Matter matter, Catalog catalog, List<Comparison> comparisons) {
        this.matter = matter;
        this.catalog = catalog;
        this.comparisons = comparisons;
        this.facts = facts();
    }

    static Evidence of(Matter matter, Catalog catalog) {
        return new Evidence(matter, catalog, new Comparisons(matter.request(), matter.candidates()).all());
    }

    Matter matter() {
        return matter;
    }

    Catalog catalog() {
        return catalog;
    }

    List<Comparison> comparisons() {
        return comparisons;
    }

    /** What the rules of a book say of it. */
    public Judgement judgedBy(RuleBook rules) {
        return rules.judge(facts, matter.request().lens(), matter.request().asOf());
    }

    private Collection<Object> facts() {
        Request request = matter.request();
        Set<String> parts = matter.candidates().stream()
                .map(candidate -> candidate.accelerator().id())
                .collect(Collectors.toSet());
        List<ExportClass> classes = catalog.exportClasses(parts, matter.parameters(), request.asOf());
        ExportLaw law = catalog.exportLaw();
        return new RuleFacts(
                        request,
                        matter.model(),
                        matter.parameters(),
                        catalog.accelerators().values(),
                        law.toBuyer(request, classes),
                        law.toProviders(rented(), classes, request.asOf(), catalog.accelerators()),
                        law.ofCountries(request),
                        classes,
                        matter.candidates(),
                        comparisons)
                .all();
    }

    private List<DeploymentOption> rented() {
        return matter.candidates().stream()
                .map(Candidate::option)
                .filter(option -> option.kind() == OptionKind.RENTAL)
                .toList();
    }
}
