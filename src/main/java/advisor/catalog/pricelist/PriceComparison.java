package advisor.catalog.pricelist;

import advisor.catalog.Catalog;
import advisor.catalog.pricelist.PriceChange.State;
import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.YamlNode.Scalar;
import advisor.facts.Lens;
import advisor.facts.offer.ApiOffer;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.text.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what a list of token prices would change in a catalog. What nobody said is the same is not taken for it. */
final class PriceComparison {
    private final Catalog catalog;
    private final ListedNames names;
    private final PriceListFormat format;
    private final LocalDate day;
    private final Problems problems;
    private final Set<String> currencies;
    private final SortedMap<String, Integer> unknownProviders = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> unknownModels = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> free = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> ambiguous = new TreeMap<>();
    private final Map<Subject, List<Found>> found = new LinkedHashMap<>();
    private final Set<Subject> told = new HashSet<>();
    private final Set<String> providers = new TreeSet<>();

    PriceComparison(Catalog catalog, ListedNames names, PriceListFormat format, LocalDate day, Problems problems) {
        this.catalog = catalog;
        this.names = names;
        this.format = format;
        this.day = day;
        this.problems = problems;
        this.currencies = catalog.currencies(day, Lens.EVIDENCE);
    }

    private record Subject(String provider, String model, @Nullable String serves) {}

    private record Found(ListedPrice listed, TokenPrices prices, LocalDate from) {}

    PriceDiff compare(List<ListedPrice> list) {
        list.forEach(this::sort);
        List<PriceChange> changes = new ArrayList<>();
        found.forEach((subject, rows) -> add(subject, rows, changes));
        addGone(changes);
        return new PriceDiff(
                format, day, changes.stream().sorted().toList(), unknownProviders, unknownModels, free, ambiguous);
    }

    /** Rows of which provider and model are known are checked; the others are counted. */
    private void sort(ListedPrice listed) {
        String id = names.id(format, listed.provider());
        DeploymentOption provider = catalog.options().get(id);
        if (provider == null || provider.kind() != OptionKind.API) {
            unknownProviders.merge(listed.provider(), 1, Integer::sum);
            return;
        }
        providers.add(id);
        ListedNames.Model model = names.model(listed.name());
        if (!catalog.models().containsKey(model.id())) {
            note(unknownModels, id, listed.name());
            return;
        }
        Subject subject = subject(provider, model);
        told.add(subject);
        TokenPrices prices = TokenPrices.of(listed, currencies, problems);
        LocalDate from = from(listed.from());
        if (prices != null && prices.isFree()) {
            note(free, id, listed.name());
        } else if (prices != null && from != null) {
            found.computeIfAbsent(subject, key -> new ArrayList<>()).add(new Found(listed, prices, from));
        }
    }

    /** What a provider's own list can have: no offer that is shared with another format of the same weights. */
    private static Stream<ApiOffer> listed(DeploymentOption provider) {
        return provider.offers().stream().filter(offer -> offer.listedAs() == null);
    }

    private static void note(SortedMap<String, SortedSet<String>> noted, String provider, String name) {
        noted.computeIfAbsent(provider, key -> new TreeSet<>()).add(name);
    }

    /** A plain name stands for the one offer of the model that there is, whatever that serves. */
    private Subject subject(DeploymentOption provider, ListedNames.Model model) {
        List<@Nullable String> served = listed(provider)
                .filter(offer ->
                        offer.model().equals(model.id()) && offer.period().contains(day))
                .map(ApiOffer::serves)
                .distinct()
                .toList();
        String serves = model.serves() == null && served.size() == 1 ? served.get(0) : model.serves();
        return new Subject(provider.id(), model.id(), serves);
    }

    private @Nullable LocalDate from(@Nullable Scalar written) {
        try {
            return written == null ? day : LocalDate.parse(written.text());
        } catch (DateTimeParseException e) {
            problems.add(
                    written.at(),
                    new Text("The from (%s) must be a date (2025-02-11).", "from（%s）须为日期（如 2025-02-11）。")
                            .with(written.text()),
                    Text.NONE);
            return null;
        }
    }

    /** Of several prices of one day none is the one that counts. */
    private void add(Subject subject, List<Found> rows, List<PriceChange> changes) {
        Map<LocalDate, List<Found>> byDay = new TreeMap<>();
        rows.forEach(row ->
                byDay.computeIfAbsent(row.from(), key -> new ArrayList<>()).add(row));
        byDay.forEach((from, sameDay) -> {
            if (sameDay.stream().map(Found::prices).distinct().count() > 1) {
                sameDay.forEach(
                        row -> note(ambiguous, subject.provider(), row.listed().name()));
            } else {
                changes.add(change(subject, sameDay.get(0)));
            }
        });
    }

    private PriceChange change(Subject subject, Found row) {
        List<ApiOffer> inForce = offers(subject).stream()
                .filter(offer -> offer.period().contains(row.from()))
                .toList();
        ApiOffer old = inForce.stream()
                .filter(offer -> !row.prices().saysOtherwiseThan(TokenPrices.of(offer)))
                .findFirst()
                .orElse(inForce.isEmpty() ? null : inForce.get(0));
        TokenPrices before = old == null ? null : TokenPrices.of(old);
        State state = state(row, old, before);
        if (state == State.CHANGED && row.prices().slippedFrom(Objects.requireNonNull(before))) {
            problems.add(
                    row.listed().at(),
                    new Text(
                                    "The price of %s at %s moved from %s to %s: a unit must have slipped.",
                                    "%2$s 的 %1$s 价格由 %3$s 变为 %4$s，单位应有误。")
                            .with(
                                    subject.model(),
                                    subject.provider(),
                                    before.input().amount().toPlainString(),
                                    row.prices().input().amount().toPlainString()),
                    Text.NONE);
        }
        return new PriceChange(
                state,
                subject.provider(),
                subject.model(),
                subject.serves(),
                before,
                row.prices(),
                row.from(),
                row.listed().currency() == null && names.printsEuros(subject.provider()));
    }

    private static State state(Found row, @Nullable ApiOffer old, @Nullable TokenPrices before) {
        if (old == null || before == null) {
            return State.NEW;
        }
        if (!row.prices().saysOtherwiseThan(before)) {
            return State.SAME;
        }
        if (row.listed().currency() == null
                && !row.prices().input().currency().equals(before.input().currency())) {
            return State.OTHER_CURRENCY;
        }
        return old.period().from().equals(row.from()) ? State.CONFLICT : State.CHANGED;
    }

    private List<ApiOffer> offers(Subject subject) {
        return listed(catalog.option(subject.provider()))
                .filter(offer ->
                        offer.model().equals(subject.model()) && Objects.equals(offer.serves(), subject.serves()))
                .toList();
    }

    /** Offers in force of providers that the list has, of which it says nothing. */
    private void addGone(List<PriceChange> changes) {
        for (String provider : providers) {
            listed(catalog.option(provider))
                    .filter(offer -> offer.period().contains(day))
                    .filter(offer -> !told.contains(new Subject(provider, offer.model(), offer.serves())))
                    .map(offer -> new PriceChange(
                            State.GONE,
                            provider,
                            offer.model(),
                            offer.serves(),
                            TokenPrices.of(offer),
                            null,
                            day,
                            false))
                    .forEach(changes::add);
        }
    }
}
