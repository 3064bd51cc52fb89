package advisor.catalog;

import advisor.catalog.Citations.Unresolved;
import advisor.facts.Lens;
import advisor.facts.law.ExportClass;
import advisor.facts.law.ExportStatus;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.Engine;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.Substitute;
import advisor.facts.offer.DeploymentOption;
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
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of models, accelerators, engines, options, export rules and parameters, with sources. Immutable;
 * every map is ordered by id.
 *
 * @param composable what could be put together of parts: of these, those that suit a request become options of it
 * @param parts all that could be, whether it became an option or not: what its devices go for is known all the same
 */
public record Catalog(
        SortedMap<String, Source> sources,
        SortedMap<String, Accelerator> accelerators,
        SortedMap<String, LanguageModel> models,
        SortedMap<String, List<Substitute>> substitutes,
        SortedMap<String, Engine> engines,
        SortedMap<String, DeploymentOption> options,
        SortedMap<String, DeploymentOption> composable,
        SortedMap<String, DeploymentOption> parts,
        ExportLaw exportLaw,
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
                composable,
                parts,
                exportLaw,
                datedParameters,
                sha256,
                texts);
    }

    /** The same catalog with options, and the devices that they are built of, that are told of elsewhere. */
    public Catalog offering(Collection<Accelerator> devices, Collection<DeploymentOption> offered) {
        SortedMap<String, Accelerator> allDevices = new TreeMap<>(accelerators);
        devices.forEach(device -> allDevices.put(device.id(), device));
        SortedMap<String, DeploymentOption> allOptions = new TreeMap<>(options);
        offered.forEach(option -> allOptions.put(option.id(), option));
        return with(allDevices, allOptions, composable, sha256);
    }

    /** The same catalog with some of what is composable among the options, and nothing left to compose. */
    public Catalog composing(Collection<DeploymentOption> chosen) {
        return composing(chosen, new TreeMap<>());
    }

    /** The same catalog with some options surely in it, those of them that are composable. */
    public Catalog surelyWith(Collection<String> named) {
        SortedMap<String, DeploymentOption> composed = new TreeMap<>(composable);
        composed.keySet().retainAll(named);
        SortedMap<String, DeploymentOption> rest = new TreeMap<>(composable);
        rest.keySet().removeAll(composed.keySet());
        return composed.isEmpty() ? this : composing(composed.values(), rest);
    }

    private Catalog composing(Collection<DeploymentOption> chosen, SortedMap<String, DeploymentOption> rest) {
        SortedMap<String, DeploymentOption> more = new TreeMap<>(options);
        chosen.forEach(option -> more.put(option.id(), option));
        return with(accelerators, more, rest, sha256);
    }

    /** The same catalog with one option otherwise than its file has it. */
    public Catalog with(DeploymentOption option) {
        SortedMap<String, DeploymentOption> changed = new TreeMap<>(options);
        changed.put(option.id(), option);
        return with(accelerators, changed, composable, changedBy(option.toString()));
    }

    /** The same catalog with one device otherwise than its file has it, in all options that are built of it. */
    public Catalog with(Accelerator accelerator) {
        SortedMap<String, Accelerator> changed = new TreeMap<>(accelerators);
        changed.put(accelerator.id(), accelerator);
        SortedMap<String, DeploymentOption> rebuilt = new TreeMap<>(options);
        rebuilt.replaceAll((id, option) ->
                option.accelerator().equals(accelerator) ? option.withAccelerator(accelerator) : option);
        return with(changed, rebuilt, composable, changedBy(accelerator.toString()));
    }

    /** The same catalog with no options but some. */
    public Catalog only(Collection<String> some) {
        SortedMap<String, DeploymentOption> kept = new TreeMap<>();
        some.forEach(option -> kept.put(option, option(option)));
        return with(accelerators, kept, new TreeMap<>(), changedBy(kept.keySet().toString()));
    }

    private Catalog with(
            SortedMap<String, Accelerator> otherAccelerators,
            SortedMap<String, DeploymentOption> otherOptions,
            SortedMap<String, DeploymentOption> otherComposable,
            String otherSha256) {
        return new Catalog(
                sources,
                otherAccelerators,
                models,
                substitutes,
                engines,
                otherOptions,
                otherComposable,
                parts,
                exportLaw,
                datedParameters,
                otherSha256,
                texts);
    }

    private String changedBy(String change) {
        return Fingerprint.of(sha256, change);
    }

    /** The same catalog as if authorities had let through what they hold back by some of what they say. */
    public Catalog letting(Collection<ExportStatus> statuses) {
        return new Catalog(
                sources,
                accelerators,
                models,
                substitutes,
                engines,
                options,
                composable,
                parts,
                exportLaw.letting(statuses),
                datedParameters,
                changedBy(statuses.toString()),
                texts);
    }

    /** Whether another was read from the same but for parameters. Things are equal by their ids, whatever is told of them. */
    public boolean sameButParameters(Catalog other) {
        List<String> differing = texts.differing(other.texts).toList();
        return !differing.isEmpty() && differing.stream().allMatch(name -> CatalogTexts.isOf(name, "parameters"));
    }

    /** @throws UnknownNameException if there is no such model */
    public LanguageModel model(String id) {
        Optional<Text> uncovered = models.containsKey(id) ? Optional.empty() : Uncovered.why(id);
        if (uncovered.isPresent()) {
            throw new UnknownNameException(new Text("model", "模型"), id, uncovered.get());
        }
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
        DeploymentOption composed = composable.get(id);
        return composed == null ? find(new Text("option", "方案"), id, options) : composed;
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

    /** The most that any device draws that is mounted alike and made for the same buyers; {@code null} if of none that is known. */
    public @Nullable Double mostWatts(Accelerator device) {
        return accelerators().values().stream()
                .filter(other -> other.market() == device.market() && other.formFactor() == device.formFactor())
                .map(Accelerator::tdpWatts)
                .flatMap(Stream::ofNullable)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * The classes of parts in export control on a day, by id.
     *
     * @param parts ids of accelerators
     */
    public List<ExportClass> exportClasses(Set<String> parts, List<Parameter> inForce, LocalDate day) {
        Stream<Accelerator> some = accelerators.values().stream().filter(part -> parts.contains(part.id()));
        return exportLaw.classes(some, inForce, day);
    }

    private static <T> T find(Text kind, String id, SortedMap<String, T> known) {
        T found = known.get(id);
        if (found == null) {
            throw new UnknownNameException(kind, id, known.keySet());
        }
        return found;
    }
}
