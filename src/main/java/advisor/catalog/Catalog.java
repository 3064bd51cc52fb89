package advisor.catalog;

import advisor.facts.Lens;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.Engine;
import advisor.facts.model.LanguageModel;
import advisor.facts.offer.Buyer;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.ExportStatus;
import advisor.facts.unit.ExchangeTable;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Source;
import advisor.text.Fingerprint;
import advisor.text.Text;
import advisor.text.UnknownNameException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that is known of models, accelerators, engines, options, export rules and parameters, with sources. Immutable;
 * every map is ordered by id.
 */
public record Catalog(
        SortedMap<String, Source> sources,
        SortedMap<String, Accelerator> accelerators,
        SortedMap<String, LanguageModel> models,
        SortedMap<String, List<Substitute>> substitutes,
        SortedMap<String, Engine> engines,
        SortedMap<String, DeploymentOption> options,
        List<ExportStatus> exportStatuses,
        List<DatedParameter> datedParameters,
        String sha256,
        CatalogTexts texts) {

    /** The same catalog with one more model, or another in the place of its own. */
    public Catalog with(LanguageModel model) {
        SortedMap<String, LanguageModel> more = new TreeMap<>(models);
        more.put(model.id(), model);
        return new Catalog(
                sources,
                accelerators,
                more,
                substitutes,
                engines,
                options,
                exportStatuses,
                datedParameters,
                sha256,
                texts);
    }

    /** The same catalog with one option otherwise than its file has it. */
    public Catalog with(DeploymentOption option) {
        SortedMap<String, DeploymentOption> changed = new TreeMap<>(options);
        changed.put(option.id(), option);
        return with(accelerators, changed, option.toString());
    }

    /** The same catalog with one device otherwise than its file has it, in all options that are built of it. */
    public Catalog with(Accelerator accelerator) {
        SortedMap<String, Accelerator> changed = new TreeMap<>(accelerators);
        changed.put(accelerator.id(), accelerator);
        SortedMap<String, DeploymentOption> rebuilt = new TreeMap<>(options);
        rebuilt.replaceAll((id, option) ->
                option.accelerator().equals(accelerator) ? option.withAccelerator(accelerator) : option);
        return with(changed, rebuilt, accelerator.toString());
    }

    /** The same catalog with no option but one. */
    public Catalog only(String option) {
        return with(accelerators, new TreeMap<>(Map.of(option, option(option))), option);
    }

    private Catalog with(
            SortedMap<String, Accelerator> otherAccelerators,
            SortedMap<String, DeploymentOption> otherOptions,
            String change) {
        return new Catalog(
                sources,
                otherAccelerators,
                models,
                substitutes,
                engines,
                otherOptions,
                exportStatuses,
                datedParameters,
                Fingerprint.of(sha256, change),
                texts);
    }

    /** The same catalog as if authorities had never said some of what they say. */
    public Catalog without(Collection<ExportStatus> statuses) {
        List<ExportStatus> kept = exportStatuses.stream()
                .filter(status -> !statuses.contains(status))
                .toList();
        return new Catalog(
                sources,
                accelerators,
                models,
                substitutes,
                engines,
                options,
                kept,
                datedParameters,
                Fingerprint.of(sha256, statuses.toString()),
                texts);
    }

    /** @throws UnknownNameException if there is no such model */
    public LanguageModel model(String id) {
        return find(new Text("model", "模型"), id, models);
    }

    /** What can stand in for a model, as far as that was said by a day. */
    public List<Substitute> substitutes(String model, LocalDate day) {
        return substitutes.getOrDefault(model, List.of()).stream()
                .filter(substitute -> !substitute.from().isAfter(day) && published(substitute.source(), day))
                .toList();
    }

    /** @throws UnknownNameException if there is no such option */
    public DeploymentOption option(String id) {
        return find(new Text("option", "方案"), id, options);
    }

    /** @throws UnknownNameException if there is no such accelerator */
    public Accelerator accelerator(String id) {
        return find(new Text("accelerator", "加速卡"), id, accelerators);
    }

    /** @throws UnknownNameException if there is no such source */
    public Source source(String id) {
        return find(new Text("source", "来源"), id, sources);
    }

    /** Whether a cited source was published by a day, as far as its day is known. */
    public boolean published(String citation, LocalDate day) {
        LocalDate published = source(Source.idOf(citation)).published();
        return published == null || !published.isAfter(day);
    }

    /** Why a citation resolves to nothing; empty if it resolves. */
    public Optional<Unresolved> unresolved(String citation) {
        return new Citations(sources).unresolved(citation);
    }

    /** The parameters that hold on a day under a lens, one value for each id. */
    public List<Parameter> parameters(LocalDate day, Lens lens) {
        return datedParameters.stream()
                .filter(parameter -> parameter.holds(day, lens))
                .map(DatedParameter::parameter)
                .toList();
    }

    /** The codes of the currencies that an amount may be given in. */
    public SortedSet<String> currencies(LocalDate day, Lens lens) {
        return ExchangeTable.of(parameters(day, lens)).currencies();
    }

    /** The ids of all parameters, whenever they hold. */
    public SortedSet<String> parameterIds() {
        return datedParameters.stream()
                .map(parameter -> parameter.parameter().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The bounds of the parameters that a request may set otherwise, by id. */
    public SortedMap<String, DatedParameter.Bounds> overridable(LocalDate day, Lens lens) {
        SortedMap<String, DatedParameter.Bounds> bounds = new TreeMap<>();
        for (DatedParameter parameter : datedParameters) {
            if (parameter.holds(day, lens) && parameter.bounds() != null) {
                bounds.put(parameter.parameter().id(), parameter.bounds());
            }
        }
        return bounds;
    }

    /** The first day of which the catalog has figures. */
    public LocalDate begins() {
        return datedParameters.stream()
                .map(parameter -> parameter.period().from())
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    /** What the authorities say on a day to a buyer in a jurisdiction. */
    public List<ExportStatus> exportStatuses(String jurisdiction, Buyer buyer, LocalDate day) {
        return exportStatuses.stream()
                .filter(status -> status.period().contains(day) && status.concerns(jurisdiction, buyer))
                .toList();
    }

    private static <T> T find(Text kind, String id, SortedMap<String, T> known) {
        T found = known.get(id);
        if (found == null) {
            throw new UnknownNameException(kind, id, known.keySet());
        }
        return found;
    }
}
