package advisor.facts.offer;

import advisor.facts.machine.Accelerator;
import advisor.facts.machine.Hardware;
import advisor.facts.machine.Market;
import advisor.facts.machine.MemoryPool;
import advisor.facts.machine.Network;
import advisor.facts.model.Precision;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.FoundingDocument;
import advisor.facts.unit.MoneyRange;
import advisor.facts.unit.Period;
import advisor.facts.unit.Source;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way to run a model: a machine to buy, a machine to rent, or a hosted service. Rules read its parts by its own
 * properties.
 *
 * @param otherSizes the same with other counts of devices in one node, fewest first; empty for most
 */
public record DeploymentOption(
        String id,
        Text title,
        OptionKind kind,
        Hardware hardware,
        Terms terms,
        Prices prices,
        Papers papers,
        List<DeploymentOption> otherSizes) {
    /** More than anybody has as one machine; their bytes are well within 64 bits. */
    public static final int MOST_DEVICES = 10_000;

    private static final int AT_DESK = 2;
    private static final int MOST_IN_A_BOX = 4;
    private static final Set<Market> MADE_FOR_DESKS = Set.of(Market.CONSUMER, Market.WORKSTATION);

    /** A machine of one size that nothing is written of. */
    public DeploymentOption(String id, Text title, OptionKind kind, Hardware hardware, Terms terms, Prices prices) {
        this(id, title, kind, hardware, terms, prices, Papers.NONE, List.of());
    }

    /** Models that somebody else runs, operated where the offers are. */
    public static DeploymentOption service(String id, Text title, Papers papers, List<ApiOffer> offers) {
        Terms terms = Terms.of(Build.HOSTED, Channel.HOSTED, Warranty.NONE);
        return new DeploymentOption(id, title, OptionKind.API, Hardware.HOSTED, terms, Prices.NONE, papers, List.of())
                .withOffers(offers);
    }

    /** The same option with another warranty. */
    public DeploymentOption withWarranty(Warranty other) {
        return each(size -> size.with(size.hardware, size.terms.with(other), size.prices));
    }

    /** The same option with other prices: of the whole, and of a device for an hour. */
    public DeploymentOption withPrices(List<Quote> quotes, List<Quote> rates) {
        Prices others = new Prices(quotes, rates, offers());
        boolean same = quotes.equals(quotes());
        return each(size -> size.with(
                size.hardware,
                size.terms,
                same ? new Prices(size.quotes(), rates, offers()) : share(others, size.devices())));
    }

    /** The same option, operated in a country, by companies that have their seats there. */
    public DeploymentOption in(String country) {
        List<ApiOffer> there = offers().stream().map(offer -> offer.at(country)).toList();
        return each(size -> size.with(size.hardware, size.terms.in(Set.of(country)), size.prices.with(there)));
    }

    /** The same option with other devices. */
    public DeploymentOption withAccelerator(Accelerator other) {
        return each(size -> size.with(size.hardware.with(other), size.terms, size.prices));
    }

    /** The same service with some of its offers alone, and operated where they are. */
    public DeploymentOption withOffers(List<ApiOffer> others) {
        Prices changed = prices.with(others);
        return with(hardware, terms.in(changed.operatedIn()), changed);
    }

    private DeploymentOption with(Hardware otherHardware, Terms otherTerms, Prices otherPrices) {
        return new DeploymentOption(id, title, kind, otherHardware, otherTerms, otherPrices, papers, otherSizes);
    }

    private DeploymentOption besides(List<DeploymentOption> others) {
        return new DeploymentOption(id, title, kind, hardware, terms, prices, papers, others);
    }

    /** Itself and its other sizes, changed. */
    private DeploymentOption each(UnaryOperator<DeploymentOption> change) {
        return change.apply(this).besides(otherSizes.stream().map(change).toList());
    }

    private Prices share(Prices ofAll, int count) {
        return count == devices() ? ofAll : ofAll.times((double) count / devices());
    }

    /** One option that is had in several sizes: the first of them, which knows the rest. */
    public static DeploymentOption ofSizes(List<DeploymentOption> sizes) {
        return sizes.get(0).besides(sizes.subList(1, sizes.size()));
    }

    /** The same option, had with other counts of devices too. A title says how many where it has {@code {count}}. */
    public DeploymentOption alsoOf(List<Integer> counts) {
        return sized(devices(), papers)
                .besides(counts.stream()
                        .map(count -> sized(count, papers.withoutBill()))
                        .toList());
    }

    private DeploymentOption sized(int count, Papers ofCount) {
        Text told = title.replaced("{count}", String.valueOf(count));
        return new DeploymentOption(
                id, told, kind, hardware.with(count), terms, share(prices, count), ofCount, List.of());
    }

    public Accelerator accelerator() {
        return hardware.accelerator();
    }

    public int devices() {
        return hardware.devices();
    }

    public int nodes() {
        return hardware.nodes();
    }

    public Network network() {
        return hardware.network();
    }

    public @Nullable Bytes hostMemory() {
        return hardware.hostMemory();
    }

    public MemoryPool memoryPool() {
        return hardware.memoryPool();
    }

    public Set<Precision> precisions() {
        return hardware.precisions();
    }

    public Set<String> engines() {
        return hardware.engines();
    }

    public @Nullable Integer available() {
        return terms.available();
    }

    public Build build() {
        return terms.build();
    }

    public Channel channel() {
        return terms.channel();
    }

    public Warranty warranty() {
        return terms.warranty();
    }

    public boolean warrantyAssumed() {
        return terms.warrantyAssumed();
    }

    /** Whether it was quoted with no word on a warranty: none is counted on, and one may come with it. */
    public boolean warrantyUnsaid() {
        return warrantyAssumed() && warranty() == Warranty.NONE;
    }

    public @Nullable Stock stock() {
        return terms.stock();
    }

    public Set<String> countries() {
        return terms.countries();
    }

    public @Nullable Period sold() {
        return terms.sold();
    }

    public @Nullable String soldSource() {
        return terms.soldSource();
    }

    public List<Quote> quotes() {
        return prices.quotes();
    }

    public List<Quote> rates() {
        return prices.rates();
    }

    public List<ApiOffer> offers() {
        return prices.offers();
    }

    public List<String> documents() {
        return papers.documents();
    }

    public @Nullable String asPrinted() {
        return papers.asPrinted();
    }

    public List<Text> notes() {
        return papers.notes();
    }

    public List<BillItem> billOfMaterials() {
        return papers.billOfMaterials();
    }

    public List<BillItem> printedTotals() {
        return papers.printedTotals();
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
                        .filter(other -> other.devices() != size.devices())
                        .toList()))
                .toList();
    }

    /** Where the companies sit that offer it. */
    public Set<String> seats() {
        return offers().stream()
                .flatMap(offer -> Stream.ofNullable(offer.seat()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether prompts from a country come under the law of another, whichever of its offers is taken. */
    public boolean crossesBorderFrom(@Nullable String country) {
        if (country == null || !elsewhere()) {
            return false;
        }
        return offers().isEmpty()
                ? countries().stream().noneMatch(place -> Countries.oneArea(country, place))
                : offers().stream().allMatch(offer -> offer.crossesBorderFrom(country));
    }

    /** Whether a company of that country, or of its area, offers it and nobody says where it computes. */
    public boolean mayStayIn(@Nullable String country) {
        return country != null && offers().stream().anyMatch(offer -> offer.placeUnknown() && offer.signedIn(country));
    }

    /** Whether it is operated in the European Economic Area. */
    public boolean inEea() {
        return countries().stream().anyMatch(Countries::inEea);
    }

    /** Whether it, or one of its offers, is operated nobody says where. */
    public boolean placeUnknown() {
        return elsewhere() && (countries().isEmpty() || offers().stream().anyMatch(ApiOffer::placeUnknown));
    }

    /** Whether one of the companies that offer it has its seat in a country. */
    public boolean seatedIn(String country) {
        return offers().stream().anyMatch(offer -> country.equals(offer.seat()));
    }

    /** Whether it is a service, and what answers never does so after thought. */
    public boolean neverThinks() {
        return !offers().isEmpty() && offers().stream().allMatch(ApiOffer::neverThinks);
    }

    /** Whether it is a service, and what answers always does so after thought. */
    public boolean alwaysThinks() {
        return !offers().isEmpty() && offers().stream().allMatch(ApiOffer::alwaysThinks);
    }

    /** Whether it is a service in mainland China, and none of its prices was read from a list in yuan. */
    public boolean listedForAbroad() {
        return !offers().isEmpty() && offers().stream().allMatch(ApiOffer::listedForAbroad);
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
        return build() == Build.COMPOSED;
    }

    /** Whether the one who asks has it already. */
    public boolean owned() {
        return kind == OptionKind.OWNED;
    }

    /** Whether the one who asks has it already and nobody says what it would fetch. */
    public boolean worthUnknown() {
        return owned() && quotes().isEmpty();
    }

    /** Whether its price is what the request says. */
    public boolean quoted() {
        return quotes().stream().anyMatch(quote -> quote.source().equals(Source.THE_REQUEST));
    }

    /** Whether the budget note names it. */
    public boolean inNote() {
        return FoundingDocument.BUDGET_NOTE.citedBy(documents());
    }

    /** Whether the post of 2025-02-11 names it. */
    public boolean inPost() {
        return FoundingDocument.POST.citedBy(documents());
    }

    /** Whether the option is a plan for particular number formats. */
    public boolean quantisedPlan() {
        return !precisions().isEmpty();
    }

    public boolean onCpu() {
        return accelerator().isProcessor();
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
                && nodes() == 1
                && devices() <= MOST_IN_A_BOX
                && MADE_FOR_DESKS.contains(accelerator().market())
                && !offloadsToHost();
        return fits ? Math.min(1, (double) AT_DESK / (units * devices())) : 0;
    }

    public boolean offloadsToHost() {
        return memoryPool() == MemoryPool.DEVICE_AND_HOST;
    }

    /** Whether anything was known of it on a day: nothing is of a rental before its first rate, unless a founding document tells of it. */
    public boolean knownOn(LocalDate day) {
        return kind != OptionKind.RENTAL
                || inNote()
                || inPost()
                || rates().isEmpty()
                || rates().stream().anyMatch(rate -> !rate.period().from().isAfter(day));
    }

    public boolean soldOn(LocalDate day) {
        return terms.soldOn(day);
    }

    /** Whether its sale ended that day or before. */
    public boolean withdrawnBy(LocalDate day) {
        Period sold = sold();
        return sold != null && !soldOn(day) && !day.isBefore(sold.from());
    }

    /** Whether the option is on sale and its device, as far as that is known, has been released. */
    public boolean obtainableOn(LocalDate day) {
        Integer released = accelerator().releaseYear();
        return soldOn(day) && (released == null || released <= day.getYear());
    }

    /** Whether the warranty is as good as demanded, or better. */
    public boolean warrants(Warranty demanded) {
        return warranty().compareTo(demanded) >= 0;
    }

    /**
     * Whether channel and warranty are those that a buyer there meets. What was described of China's market outside
     * official channels says nothing of another.
     */
    public boolean channelKnownIn(@Nullable String jurisdiction) {
        boolean abroad = jurisdiction != null && !Countries.inChina(jurisdiction) && !quotedIn(jurisdiction);
        return !abroad
                || channel() == Channel.OFFICIAL
                || Countries.CHINA.stream().noneMatch(this::quotedIn);
    }

    /** Whether a buyer there would have to buy it outside authorised channels. */
    public boolean greyIn(@Nullable String jurisdiction) {
        return channel() == Channel.GREY && channelKnownIn(jurisdiction);
    }

    /** Whether what its cards cost a buyer there is guessed from what is asked elsewhere. */
    public boolean pricedAbroad(String jurisdiction) {
        return !quotedIn(jurisdiction) && quotes().stream().anyMatch(quote -> quote.ofCardsAbroad(jurisdiction));
    }

    private boolean quotedIn(String jurisdiction) {
        return quotes().stream().anyMatch(quote -> jurisdiction.equals(quote.market()));
    }

    /** Whether nobody was read who asks a price on a day: all that is known follows from what other things cost. */
    public boolean priceInferred(LocalDate day) {
        List<Quote> current = Quote.inForce(quotes(), day, null);
        return !current.isEmpty() && current.stream().allMatch(quote -> quote.kind() == QuoteKind.INFERRED);
    }

    public boolean hasQuote(QuoteKind kind) {
        return quotes().stream().anyMatch(quote -> quote.kind() == kind);
    }

    /** Sum of the hardware rows of the bill of materials; {@code null} without a bill. */
    public @Nullable MoneyRange billedHardware() {
        return Papers.sumOfGroup(billOfMaterials(), "hardware");
    }

    /** What the document prints as the sum of the hardware; {@code null} if it prints none. */
    public @Nullable MoneyRange printedHardware() {
        return Papers.sumOfGroup(printedTotals(), "hardware");
    }

    /** Whether the rows of the bill add up to more than the printed sum even at their lowest. */
    public boolean hardwareUnderstated() {
        MoneyRange billed = billedHardware();
        MoneyRange printed = printedHardware();
        return billed != null && printed != null && billed.low().compareTo(printed.high()) > 0;
    }

    /** What the document prints as the sum of software and operation; {@code null} if it prints none. */
    public @Nullable MoneyRange printedSoftware() {
        return Papers.sumOfGroup(printedTotals(), "software");
    }

    /** One row of the bill, as {@code network}; {@code null} if it has no such row. */
    public @Nullable MoneyRange billed(String part) {
        return Papers.sum(billOfMaterials(), item -> item.part().equals(part));
    }

    /** Whether it hosts a model, or did, or is no service. */
    public boolean concerns(String model) {
        return kind != OptionKind.API
                || offers().stream().anyMatch(offer -> offer.model().equals(model));
    }

    public boolean offers(String model, LocalDate day) {
        return offers().stream()
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
