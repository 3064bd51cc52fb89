package advisor.facts.offer;

import advisor.facts.machine.Accelerator;
import advisor.facts.machine.Market;
import advisor.facts.machine.MemoryPool;
import advisor.facts.machine.Network;
import advisor.facts.model.Precision;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.MoneyRange;
import advisor.facts.unit.Period;
import advisor.facts.unit.Source;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way to run a model: a machine to buy, a machine to rent, or a hosted service.
 *
 * @param devices accelerators in all, over all nodes
 * @param available how many of it there are; {@code null} if as many as are wanted
 * @param warrantyAssumed whether no source says that warranty, and it is taken to be that of the like of it
 * @param stock how easily it is had; {@code null} if unknown
 * @param countries where a rented or hosted service is operated
 * @param hostMemory memory of the host beside the accelerators', where weights may be kept in it
 * @param precisions formats the option is meant for; empty for any
 * @param engines engines the option is meant for; empty for any
 * @param sold when it could be had at all; {@code null} if always
 * @param otherSizes the same with other counts of devices in one node, fewest first; empty for most
 */
public record DeploymentOption(
        String id,
        Text title,
        OptionKind kind,
        Accelerator accelerator,
        int devices,
        int nodes,
        @Nullable Integer available,
        Build build,
        Channel channel,
        Warranty warranty,
        boolean warrantyAssumed,
        Network network,
        @Nullable Stock stock,
        Set<String> countries,
        @Nullable Bytes hostMemory,
        MemoryPool memoryPool,
        Set<Precision> precisions,
        Set<String> engines,
        @Nullable Period sold,
        @Nullable String soldSource,
        List<String> documents,
        @Nullable String asPrinted,
        List<Text> notes,
        List<Quote> quotes,
        List<Quote> rates,
        List<ApiOffer> offers,
        List<BillItem> billOfMaterials,
        List<BillItem> printedTotals,
        List<DeploymentOption> otherSizes) {
    private static final int AT_DESK = 2;
    private static final int MOST_IN_A_BOX = 4;
    private static final Set<Market> MADE_FOR_DESKS = Set.of(Market.CONSUMER, Market.WORKSTATION);

    /** One that no source prices, describes or vouches for. */
    public static DeploymentOption unpriced(
            String id,
            Text title,
            OptionKind kind,
            Accelerator accelerator,
            int devices,
            int nodes,
            Build build,
            Channel channel,
            Network network,
            Set<String> countries,
            Set<Precision> precisions,
            Set<String> engines) {
        return new DeploymentOption(
                id,
                title,
                kind,
                accelerator,
                devices,
                nodes,
                null,
                build,
                channel,
                Warranty.NONE,
                false,
                network,
                null,
                countries,
                null,
                MemoryPool.DEVICE,
                precisions,
                engines,
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * A machine that a request tells of, or what one of its parts is.
     *
     * @param devices of the part
     */
    public static DeploymentOption stated(
            String id,
            Text title,
            StatedOffer offer,
            Accelerator accelerator,
            int devices,
            Build build,
            Network network,
            List<Quote> quotes) {
        Double host = offer.hostGigabytes();
        return new DeploymentOption(
                id,
                title,
                offer.owned() ? OptionKind.OWNED : OptionKind.PURCHASE,
                accelerator,
                devices,
                offer.nodes(),
                offer.owned() ? (Integer) (offer.devices() / devices) : null,
                build,
                offer.channel(),
                offer.warranty(),
                false,
                network,
                null,
                Set.of(),
                host == null ? null : Bytes.ofGigabytes(host),
                MemoryPool.DEVICE,
                Set.of(),
                Set.of(),
                null,
                null,
                List.of(),
                null,
                List.of(),
                quotes,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Models that somebody else runs, operated where the offers are. */
    public static DeploymentOption service(
            String id,
            Text title,
            List<String> documents,
            @Nullable String asPrinted,
            List<Text> notes,
            List<ApiOffer> offers) {
        return new DeploymentOption(
                id,
                title,
                OptionKind.API,
                Accelerator.HOSTED,
                0,
                0,
                null,
                Build.HOSTED,
                Channel.HOSTED,
                Warranty.NONE,
                false,
                Network.NONE,
                null,
                operatedIn(offers),
                null,
                MemoryPool.DEVICE,
                Set.of(),
                Set.of(),
                null,
                null,
                documents,
                asPrinted,
                notes,
                List.of(),
                List.of(),
                offers,
                List.of(),
                List.of(),
                List.of());
    }

    /** The same option with another warranty. */
    public DeploymentOption withWarranty(Warranty other) {
        return with(accelerator, other, quotes, rates, countries, offers);
    }

    /** The same option with other prices: of the whole, and of a device for an hour. */
    public DeploymentOption withPrices(List<Quote> otherQuotes, List<Quote> otherRates) {
        return with(accelerator, warranty, otherQuotes, otherRates, countries, offers);
    }

    /** The same option, operated in a country, by companies that have their seats there. */
    public DeploymentOption in(String country) {
        List<ApiOffer> there = offers.stream().map(offer -> offer.at(country)).toList();
        return with(accelerator, warranty, quotes, rates, Set.of(country), there);
    }

    /** The same option with other devices. */
    public DeploymentOption withAccelerator(Accelerator other) {
        return with(other, warranty, quotes, rates, countries, offers);
    }

    private DeploymentOption with(
            Accelerator otherAccelerator,
            Warranty otherWarranty,
            List<Quote> otherQuotes,
            List<Quote> otherRates,
            Set<String> otherCountries,
            List<ApiOffer> otherOffers) {
        return new DeploymentOption(
                id,
                title,
                kind,
                otherAccelerator,
                devices,
                nodes,
                available,
                build,
                channel,
                otherWarranty,
                warrantyAssumed && otherWarranty == warranty,
                network,
                stock,
                otherCountries,
                hostMemory,
                memoryPool,
                precisions,
                engines,
                sold,
                soldSource,
                documents,
                asPrinted,
                notes,
                otherQuotes,
                otherRates,
                otherOffers,
                billOfMaterials,
                printedTotals,
                otherSizes.stream()
                        .map(size -> size.with(
                                otherAccelerator,
                                otherWarranty,
                                otherQuotes.equals(quotes) ? size.quotes : shareOf(otherQuotes, size.devices),
                                otherRates,
                                otherCountries,
                                otherOffers))
                        .toList());
    }

    /** Prices of the whole for another count of devices: rates are of one device anyhow. */
    private List<Quote> shareOf(List<Quote> ofAll, int count) {
        return ofAll.stream()
                .map(quote -> quote.times((double) count / devices))
                .toList();
    }

    /** One option that is had in several sizes: the first of them, which knows the rest. */
    public static DeploymentOption ofSizes(List<DeploymentOption> sizes) {
        return sizes.get(0).besides(sizes.subList(1, sizes.size()));
    }

    /** The same option, had with other counts of devices too. A title says how many where it has {@code {count}}. */
    public DeploymentOption alsoOf(List<Integer> counts) {
        return sized(
                devices,
                quotes,
                counts.stream()
                        .map(count -> sized(count, shareOf(quotes, count), List.of()))
                        .toList());
    }

    private DeploymentOption sized(int count, List<Quote> ofCount, List<DeploymentOption> others) {
        boolean same = count == devices;
        return new DeploymentOption(
                id,
                title.replaced("{count}", String.valueOf(count)),
                kind,
                accelerator,
                count,
                nodes,
                available,
                build,
                channel,
                warranty,
                warrantyAssumed,
                network,
                stock,
                countries,
                hostMemory,
                memoryPool,
                precisions,
                engines,
                sold,
                soldSource,
                documents,
                asPrinted,
                notes,
                ofCount,
                rates,
                offers,
                same ? billOfMaterials : List.of(),
                same ? printedTotals : List.of(),
                others);
    }

    /** Itself and its other sizes, fewest devices first; each of them knows the rest. */
    public List<DeploymentOption> sizes() {
        if (otherSizes.isEmpty()) {
            return List.of(this);
        }
        List<DeploymentOption> all = Stream.concat(Stream.of(this), otherSizes.stream())
                .sorted(Comparator.comparing(DeploymentOption::devices))
                .map(size -> size.besides(List.of()))
                .toList();
        return all.stream()
                .map(size -> size.besides(all.stream()
                        .filter(other -> other.devices != size.devices)
                        .toList()))
                .toList();
    }

    private DeploymentOption besides(List<DeploymentOption> others) {
        return sized(devices, quotes, others);
    }

    /** The same service with some of its offers alone, and operated where they are. */
    public DeploymentOption withOffers(List<ApiOffer> others) {
        return with(accelerator, warranty, quotes, rates, operatedIn(others), others);
    }

    /** Where offers are known to be operated. */
    private static Set<String> operatedIn(List<ApiOffer> offers) {
        return offers.stream()
                .flatMap(offer -> offer.countries().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Where the companies sit that offer it. */
    public Set<String> seats() {
        return offers.stream()
                .flatMap(offer -> Stream.ofNullable(offer.seat()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether prompts from a country come under the law of another, whichever of its offers is taken. */
    public boolean crossesBorderFrom(@Nullable String country) {
        if (country == null || !elsewhere()) {
            return false;
        }
        return offers.isEmpty()
                ? countries.stream().noneMatch(place -> Countries.oneArea(country, place))
                : offers.stream().allMatch(offer -> offer.crossesBorderFrom(country));
    }

    /** Whether a company of that country, or of its area, offers it and nobody says where it computes. */
    public boolean mayStayIn(@Nullable String country) {
        return country != null && offers.stream().anyMatch(offer -> offer.placeUnknown() && offer.signedIn(country));
    }

    /** Whether it is operated in the European Economic Area. */
    public boolean inEea() {
        return countries.stream().anyMatch(Countries::inEea);
    }

    /** Whether it, or one of its offers, is operated nobody says where. */
    public boolean placeUnknown() {
        return elsewhere() && (countries.isEmpty() || offers.stream().anyMatch(ApiOffer::placeUnknown));
    }

    /** Whether one of the companies that offer it has its seat in a country. */
    public boolean seatedIn(String country) {
        return offers.stream().anyMatch(offer -> country.equals(offer.seat()));
    }

    /** Whether it is a service, and what answers never does so after thought. */
    public boolean neverThinks() {
        return !offers.isEmpty() && offers.stream().allMatch(ApiOffer::neverThinks);
    }

    /** Whether it is a service, and what answers always does so after thought. */
    public boolean alwaysThinks() {
        return !offers.isEmpty() && offers.stream().allMatch(ApiOffer::alwaysThinks);
    }

    /** Whether it is a service in mainland China, and none of its prices was read from a list in yuan. */
    public boolean listedForAbroad() {
        return !offers.isEmpty() && offers.stream().allMatch(ApiOffer::listedForAbroad);
    }

    public boolean purchased() {
        return kind == OptionKind.PURCHASE;
    }

    /** Whether it runs at somebody else's: rented, or called as an API. */
    public boolean elsewhere() {
        return kind == OptionKind.RENTAL || kind == OptionKind.API;
    }

    /** Whether it is put together of parts that are sold one by one, and nobody offers it as such. */
    public boolean composed() {
        return build == Build.COMPOSED;
    }

    /** Whether the one who asks has it already. */
    public boolean owned() {
        return kind == OptionKind.OWNED;
    }

    /** Whether the one who asks has it already and nobody says what it would fetch. */
    public boolean worthUnknown() {
        return owned() && quotes.isEmpty();
    }

    /** Whether its price is what the request says. */
    public boolean quoted() {
        return quotes.stream().anyMatch(quote -> quote.source().equals(Source.THE_REQUEST));
    }

    /** Whether the budget note names it. */
    public boolean inNote() {
        return FoundingDocument.BUDGET_NOTE.citedBy(documents);
    }

    /** Whether the post of 2025-02-11 names it. */
    public boolean inPost() {
        return FoundingDocument.POST.citedBy(documents);
    }

    /** Whether the option is a plan for particular number formats. */
    public boolean quantisedPlan() {
        return !precisions.isEmpty();
    }

    public boolean onCpu() {
        return accelerator.isProcessor();
    }

    /**
     * Whether so many of it are computers under a desk: a card or two in all that are not made for server rooms, or boxes of
     * their own.
     */
    public boolean atDesk(int units) {
        return deskShare(units) == 1;
    }

    /** Of the devices of so many of it, those that stand under a desk: the first two, where one box takes no more than four. */
    public double deskShare(int units) {
        boolean fits = (purchased() || owned())
                && nodes == 1
                && devices <= MOST_IN_A_BOX
                && MADE_FOR_DESKS.contains(accelerator.market())
                && !offloadsToHost();
        return fits ? Math.min(1, (double) AT_DESK / (units * devices)) : 0;
    }

    public boolean offloadsToHost() {
        return memoryPool == MemoryPool.DEVICE_AND_HOST;
    }

    /** Whether anything was known of it on a day: nothing is of a rental before its first rate, unless a founding document tells of it. */
    public boolean knownOn(LocalDate day) {
        return kind != OptionKind.RENTAL
                || inNote()
                || inPost()
                || rates.isEmpty()
                || rates.stream().anyMatch(rate -> !rate.period().from().isAfter(day));
    }

    public boolean soldOn(LocalDate day) {
        return sold == null || sold.contains(day);
    }

    /** Whether its sale ended that day or before. */
    public boolean withdrawnBy(LocalDate day) {
        return sold != null && !soldOn(day) && !day.isBefore(sold.from());
    }

    /** Whether the option is on sale and its device, as far as that is known, has been released. */
    public boolean obtainableOn(LocalDate day) {
        Integer released = accelerator.releaseYear();
        return soldOn(day) && (released == null || released <= day.getYear());
    }

    /** Whether the warranty is as good as demanded, or better. */
    public boolean warrants(Warranty demanded) {
        return warranty.compareTo(demanded) >= 0;
    }

    /**
     * Whether channel and warranty are those that a buyer there meets. What was described of China's market outside
     * official channels says nothing of another.
     */
    public boolean channelKnownIn(@Nullable String jurisdiction) {
        boolean abroad = jurisdiction != null && !Countries.inChina(jurisdiction) && !quotedIn(jurisdiction);
        return !abroad
                || channel == Channel.OFFICIAL
                || Countries.CHINA.stream().noneMatch(this::quotedIn);
    }

    /** Whether a buyer there would have to buy it outside authorised channels. */
    public boolean greyIn(@Nullable String jurisdiction) {
        return channel == Channel.GREY && channelKnownIn(jurisdiction);
    }

    /** Whether what its cards cost a buyer there is guessed from what is asked elsewhere. */
    public boolean pricedAbroad(String jurisdiction) {
        return !quotedIn(jurisdiction) && quotes.stream().anyMatch(quote -> quote.ofCardsAbroad(jurisdiction));
    }

    private boolean quotedIn(String jurisdiction) {
        return quotes.stream().anyMatch(quote -> jurisdiction.equals(quote.market()));
    }

    public boolean hasQuote(QuoteKind kind) {
        return quotes.stream().anyMatch(quote -> quote.kind() == kind);
    }

    /** Sum of the hardware rows of the bill of materials; {@code null} without a bill. */
    public @Nullable MoneyRange billedHardware() {
        return sumOfHardware(billOfMaterials);
    }

    /** What the document prints as the sum of the hardware; {@code null} if it prints none. */
    public @Nullable MoneyRange printedHardware() {
        return sumOfHardware(printedTotals);
    }

    /** Whether the rows of the bill add up to more than the printed sum even at their lowest. */
    public boolean hardwareUnderstated() {
        MoneyRange billed = billedHardware();
        MoneyRange printed = printedHardware();
        return billed != null && printed != null && billed.low().compareTo(printed.high()) > 0;
    }

    /** What the document prints as the sum of software and operation; {@code null} if it prints none. */
    public @Nullable MoneyRange printedSoftware() {
        return sum(printedTotals, item -> item.group().equals("software"));
    }

    /** One row of the bill, as {@code network}; {@code null} if it has no such row. */
    public @Nullable MoneyRange billed(String part) {
        return sum(billOfMaterials, item -> item.part().equals(part));
    }

    private static @Nullable MoneyRange sumOfHardware(List<BillItem> items) {
        return sum(items, item -> item.group().equals("hardware"));
    }

    private static @Nullable MoneyRange sum(List<BillItem> items, Predicate<BillItem> counted) {
        return items.stream()
                .filter(counted)
                .map(BillItem::price)
                .reduce(MoneyRange::plus)
                .orElse(null);
    }

    /** Whether it hosts a model, or did, or is no service. */
    public boolean concerns(String model) {
        return kind != OptionKind.API
                || offers.stream().anyMatch(offer -> offer.model().equals(model));
    }

    public boolean offers(String model, LocalDate day) {
        return offers.stream()
                .anyMatch(offer -> offer.model().equals(model) && offer.period().contains(day));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeploymentOption that && that.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
