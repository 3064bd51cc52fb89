package advisor.facts;

import advisor.facts.law.CountryStatus;
import advisor.facts.law.ExportClass;
import advisor.facts.law.ExportStatus;
import advisor.facts.law.ProviderStatus;
import advisor.facts.machine.Accelerator;
import advisor.facts.model.LanguageModel;
import advisor.facts.offer.EndedOffer;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that the rules are given of one question. What a rule may match is what stands here, and the findings that rules
 * state.
 *
 * @param parameters in force, as the request sets them
 * @param accelerators of the catalog, to compare with
 * @param exportStatuses that concern the buyer on the day; empty if the jurisdiction is not known
 * @param providerStatuses of the countries where machines to rent stand on the day
 * @param countryStatuses of the buyer's country and of its ultimate parent's on the day
 * @param exportClasses of all accelerators on the day
 */
public record RuleFacts(
        Request request,
        LanguageModel model,
        Collection<Parameter> parameters,
        Collection<Accelerator> accelerators,
        Collection<ExportStatus> exportStatuses,
        Collection<ProviderStatus> providerStatuses,
        Collection<CountryStatus> countryStatuses,
        Collection<ExportClass> exportClasses,
        Collection<Candidate> candidates,
        Collection<Comparison> comparisons) {

    /** One after the other, in the order above; last, what services no longer offer. */
    public List<Object> all() {
        return Stream.of(
                        List.of(request, model),
                        parameters,
                        accelerators,
                        exportStatuses,
                        providerStatuses,
                        countryStatuses,
                        exportClasses,
                        candidates,
                        comparisons,
                        endedOffers())
                .<Object>flatMap(Collection::stream)
                .toList();
    }

    /** Of the services that hosted the model and do so no longer. */
    public List<EndedOffer> endedOffers() {
        return candidates.stream()
                .map(Candidate::option)
                .filter(option -> option.kind() == OptionKind.API)
                .flatMap(option -> EndedOffer.of(option, request.model(), request.asOf()).stream())
                .toList();
    }
}
