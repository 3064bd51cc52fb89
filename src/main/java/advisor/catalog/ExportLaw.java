package advisor.catalog;

import advisor.facts.Request;
import advisor.facts.law.Buyer;
import advisor.facts.law.CountryStatus;
import advisor.facts.law.ExportClass;
import advisor.facts.law.ExportGate;
import advisor.facts.law.ExportState;
import advisor.facts.law.ExportStatus;
import advisor.facts.law.ProviderStatus;
import advisor.facts.machine.Accelerator;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Parameter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What authorities say of parts and of countries, whenever they say it.
 *
 * @param parts what they say of accelerators, by name or by class
 * @param countries what they say of countries, whatever the part
 */
public record ExportLaw(List<ExportStatus> parts, List<CountryStatus> countries) {

    public ExportLaw {
        parts = List.copyOf(parts);
        countries = List.copyOf(countries);
    }

    /** The same as if authorities had let through what they hold back by some of what they say. */
    ExportLaw letting(Collection<ExportStatus> statuses) {
        return new ExportLaw(
                Stream.concat(
                                parts.stream().filter(status -> !statuses.contains(status)),
                                statuses.stream().map(ExportStatus::free))
                        .toList(),
                countries);
    }

    /**
     * What the authorities say to a buyer on the day, of each part by name, else by its class; nothing if nobody said where
     * the buyer is.
     */
    public List<ExportStatus> toBuyer(Request request, List<ExportClass> classes) {
        return inForce(everToBuyer(request), classes, request.asOf());
    }

    /** What they ever say to such a buyer, of parts and of classes; nothing if nobody said where the buyer is. */
    public Stream<ExportStatus> everToBuyer(Request request) {
        String jurisdiction = request.jurisdiction();
        if (jurisdiction == null) {
            return Stream.empty();
        }
        return parts.stream()
                .filter(status -> status.concerns(jurisdiction, request.buyer())
                        || status.gate() == ExportGate.US_NEXUS && concernsParent(status, request));
    }

    /**
     * What the law says on a day to those who let machines, of the parts in them and of the countries where these stand.
     *
     * @param classes of all parts
     * @param known accelerators by id
     */
    public List<ProviderStatus> toProviders(
            Collection<DeploymentOption> rented,
            List<ExportClass> classes,
            LocalDate day,
            Map<String, Accelerator> known) {
        return rented.stream()
                .flatMap(option -> option.countries().stream())
                .distinct()
                .sorted()
                .flatMap(country -> inForce(toProviders(country), classes, day).stream()
                        .map(status -> ProviderStatus.of(
                                country, status, known.get(status.accelerator()), heldBack(country, status))))
                .toList();
    }

    /** What it ever says to those who let one of them. */
    public Stream<ExportStatus> everToProvider(DeploymentOption rented) {
        return rented.countries().stream()
                .flatMap(this::toProviders)
                .filter(status -> status.level() != null
                        || status.accelerator().equals(rented.accelerator().id()));
    }

    /** What it says on the day of the buyer's country and of that where its ultimate parent has its seat. */
    public List<CountryStatus> ofCountries(Request request) {
        return everOfCountries(request)
                .filter(status -> status.period().contains(request.asOf()))
                .toList();
    }

    /** The same of every day. */
    public Stream<CountryStatus> everOfCountries(Request request) {
        return countries.stream()
                .filter(status -> status.countries().contains(request.jurisdiction())
                        || status.countries().contains(request.parent()));
    }

    /** The classes of some parts in export control on a day, in their order. */
    public List<ExportClass> classes(Stream<Accelerator> some, List<Parameter> inForce, LocalDate day) {
        Set<String> listed = parts.stream()
                .filter(status -> status.gate() == ExportGate.US_LICENCE && status.state() != ExportState.FREE)
                .filter(status -> status.level() == null && status.period().contains(day))
                .map(ExportStatus::accelerator)
                .collect(Collectors.toSet());
        return some.map(part -> ExportClass.of(part, inForce, listed)).toList();
    }

    private static List<ExportStatus> inForce(Stream<ExportStatus> of, List<ExportClass> classes, LocalDate day) {
        List<ExportStatus> inForce =
                of.filter(status -> status.period().contains(day)).toList();
        List<ExportStatus> named =
                inForce.stream().filter(status -> status.level() == null).toList();
        return Stream.concat(named.stream(), inForce.stream().flatMap(status -> ofClass(status, classes, named)))
                .toList();
    }

    private static Stream<ExportStatus> ofClass(
            ExportStatus status, List<ExportClass> classes, List<ExportStatus> named) {
        return classes.stream()
                .filter(part -> part.level() == status.level())
                .filter(part -> named.stream()
                        .noneMatch(other -> other.gate() == status.gate()
                                && other.accelerator().equals(part.accelerator())))
                .map(part -> status.of(part.accelerator()));
    }

    private Stream<ExportStatus> toProviders(String country) {
        return parts.stream()
                .filter(status -> status.gate() == ExportGate.US_LICENCE && status.concerns(country, Buyer.PRIVATE));
    }

    /** The first day from which a part went to a country with a licence at most, by its name or else by its class. */
    private @Nullable LocalDate heldBack(String country, ExportStatus part) {
        return toProviders(country)
                .filter(status -> status.state().holdsBack() && status.level() == part.level())
                .filter(status -> part.level() != null || status.accelerator().equals(part.accelerator()))
                .map(status -> status.period().from())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Who does business with a country is under its law through the parent's seat as well. */
    private static boolean concernsParent(ExportStatus status, Request request) {
        return request.parent() != null && status.concerns(request.parent(), request.buyer());
    }
}
