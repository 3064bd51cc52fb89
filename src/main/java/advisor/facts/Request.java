package advisor.facts;

import advisor.facts.law.Buyer;
import advisor.facts.model.PrecisionFloor;
import advisor.facts.offer.ApiOffer;
import advisor.facts.offer.Billing;
import advisor.facts.offer.Build;
import advisor.facts.offer.Countries;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.offer.StatedOffer;
import advisor.facts.offer.Warranty;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import advisor.facts.unit.Parameter;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation asks: which model, for what load, with what money and under which constraints. A limit that was
 * not given is {@code null}, and no rule compares it.
 *
 * @param preset what the model is used for
 * @param users people who may ask, if the load was told by them
 * @param activeShare of these, those for whom an answer is generated at the busiest time
 * @param requestsPerDay requests of a day, if the load was told by them or by users
 * @param peakFactor requests of the busiest time over the mean of the day
 * @param streams answers that are generated at the same time
 * @param promptTokens tokens of one prompt
 * @param outputTokens tokens of one answer
 * @param prefixCacheShare of the tokens of a prompt, those that were seen before
 * @param minTokensPerSecond least speed of one answer
 * @param maxFirstTokenSeconds longest wait for the first token
 * @param currencyAsked in which the answer is to speak
 * @param billing which hours of a rented machine are paid
 * @param jurisdiction ISO 3166 code of the buyer's country
 * @param parent ISO 3166 code of the country where the buyer's ultimate parent has its seat
 * @param memoryShare share of a device's memory that the engine is told to fill
 * @param kvFormat in which the cache is kept
 * @param layout in which a model is to be spread over devices where there are so many of them
 * @param batchedTokens tokens of prompts and answers that the engine is told to take into one step
 * @param speculativeTokens tokens that the model's own prediction module is told to guess ahead of each step, where
 *     model and engine can; 0 for none
 * @param assumptions parameters of the catalog that the request sets otherwise, by id
 * @param own machines that are there already
 * @param quotes machines that somebody quoted
 * @param offered machines that are told of in the shape of the catalog's own files
 * @param defaultsApplied names of the fields that were not given, nor follow from what was
 */
public record Request(
        String model,
        PrecisionFloor precisionFloor,
        Preset preset,
        @Nullable Integer users,
        @Nullable Double activeShare,
        @Nullable Integer requestsPerDay,
        @Nullable Double peakFactor,
        int streams,
        int promptTokens,
        int outputTokens,
        @Nullable Double prefixCacheShare,
        @Nullable Double minTokensPerSecond,
        @Nullable Double maxFirstTokenSeconds,
        @Nullable Money budget,
        @Nullable Currency currencyAsked,
        int horizonMonths,
        Billing billing,
        @Nullable String jurisdiction,
        @Nullable String parent,
        Buyer buyer,
        Privacy privacy,
        Warranty warranty,
        Sanctions sanctions,
        Fp8Demand fp8,
        @Nullable Double maxPowerKilowatts,
        @Nullable Integer maxNodes,
        @Nullable Double memoryShare,
        KvFormat kvFormat,
        @Nullable Degrees layout,
        @Nullable Integer batchedTokens,
        int speculativeTokens,
        LocalDate asOf,
        Lens lens,
        SortedMap<String, Double> assumptions,
        List<StatedOffer> own,
        List<StatedOffer> quotes,
        StatedOffer.@Nullable InFull offered,
        OnlyOffers onlyOffers,
        List<String> defaultsApplied) {

    /** The machines that it tells of, by the ids of their options: those that are owned first. */
    public SortedMap<String, StatedOffer> offers() {
        SortedMap<String, StatedOffer> offers = new TreeMap<>();
        Stream.concat(own.stream(), quotes.stream()).forEach(offer -> {
            String id = Stream.iterate(1, nth -> nth + 1)
                    .map(nth -> nth == 1 ? offer.id() : offer.id() + "-" + nth)
                    .filter(name -> !offers.containsKey(name))
                    .findFirst()
                    .orElseThrow();
            offers.put(id, offer);
        });
        return offers;
    }

    /** The buyer's country by name; {@code null} if no jurisdiction is given. */
    public @Nullable Text country() {
        return jurisdiction == null ? null : Countries.name(jurisdiction);
    }

    /** The country of the buyer's ultimate parent by name; {@code null} if none is given. */
    public @Nullable Text parentCountry() {
        return parent == null ? null : Countries.name(parent);
    }

    /** Whether the buyer sits in the European Economic Area. */
    public boolean inEea() {
        return jurisdiction != null && Countries.inEea(jurisdiction);
    }

    /** Whether it says for how long, so that its budget is to last as long. */
    public boolean saysHorizon() {
        return !defaultsApplied.contains("horizonMonths");
    }

    /** Whether it limits how slow or how late an answer may be. */
    public boolean asksForSpeed() {
        return minTokensPerSecond != null || maxFirstTokenSeconds != null;
    }

    /** Whether nobody agreed that the data crosses the buyer's border. */
    public boolean silentOnBorders() {
        return privacy == Privacy.UNSAID || privacy == Privacy.EEA && !inEea();
    }

    /** Whether an option is one of the machines that it tells of, or parts of one. */
    public boolean tellsOf(DeploymentOption option) {
        return offers().containsKey(StatedOffer.wholeOf(option.id()))
                || offered != null && offered.ids().contains(option.id());
    }

    /**
     * Whether an option is judged at all: of services those that host the model; under the documents those in them; of
     * rentals those that were known, and where somebody waits none that is taken away at short notice.
     */
    public boolean asksOf(DeploymentOption option) {
        boolean isOfDocuments =
                option.kind() != OptionKind.API || !option.documents().isEmpty();
        boolean concerns = lens == Lens.FOUNDING ? isOfDocuments : option.concerns(model);
        boolean stays = !waits() || option.build() != Build.SPOT;
        return concerns && stays && option.knownOn(asOf) && (onlyOffers == OnlyOffers.NO || tellsOf(option));
    }

    /**
     * An option as far as the request's data may go there: of a service, the offers for the model that remain. Where none
     * remains, all: what keeps them out is then told of the whole.
     */
    public DeploymentOption reachable(DeploymentOption option) {
        List<ApiOffer> offered = option.offers().stream()
                .filter(offer -> offer.model().equals(model) && offer.period().contains(asOf))
                .toList();
        List<ApiOffer> remaining =
                offered.stream().filter(this::letsDataGoTo).map(this::where).toList();
        return offered.isEmpty() ? option : option.withOffers(fitting(remaining.isEmpty() ? offered : remaining));
    }

    /** Of releases that answer in another way than the use of the model counts on, none where there are others. */
    private List<ApiOffer> fitting(List<ApiOffer> offered) {
        List<ApiOffer> fitting =
                offered.stream().filter(offer -> offer.suits(preset.thinks())).toList();
        return fitting.isEmpty() ? offered : fitting;
    }

    private boolean letsDataGoTo(ApiOffer offer) {
        return switch (privacy) {
            case ANY, ON_PREMISES -> true;
            case UNSAID -> jurisdiction == null || lens == Lens.FOUNDING || !offer.crossesBorderFrom(jurisdiction);
            case EEA, IN_COUNTRY -> !where(offer).countries().isEmpty();
        };
    }

    /** An offer as it is taken: of the places where it is operated, those to which the data may go. */
    private ApiOffer where(ApiOffer offer) {
        return switch (privacy) {
            case ANY, ON_PREMISES -> offer;
            case UNSAID -> lens == Lens.FOUNDING ? offer : offer.in(place -> Countries.oneArea(jurisdiction, place));
            case EEA -> offer.in(Countries::inEea);
            case IN_COUNTRY -> offer.in(place -> place.equals(jurisdiction));
        };
    }

    /** Whether the request's data may go to where an option is operated. */
    public boolean letsDataGoTo(DeploymentOption option) {
        return switch (privacy) {
            case ANY -> true;
            case UNSAID -> lens == Lens.FOUNDING || !option.crossesBorderFrom(jurisdiction);
            case ON_PREMISES -> !option.elsewhere();
            case EEA -> !option.elsewhere() || option.countries().stream().anyMatch(Countries::inEea);
            case IN_COUNTRY ->
                !option.elsewhere()
                        || (jurisdiction != null && option.countries().contains(jurisdiction));
        };
    }

    /** The parameter that says how fast a busy stream is, by which streams and tokens are reckoned from each other. */
    public String streamSpeed() {
        return waits() ? Parameter.STREAM_SPEED : "load/batch-tokens-per-second-per-stream";
    }

    /** Whether somebody waits for the answers: nobody does at night. */
    public boolean waits() {
        return preset.waits();
    }

    public long contextTokens() {
        return (long) promptTokens + outputTokens;
    }

    /**
     * The currency of the answer: the one that was asked for, else that of the budget, else of a quote, else dollars for a buyer outside China, else that of
     * the documents.
     */
    public Currency currency() {
        if (currencyAsked != null) {
            return currencyAsked;
        }
        if (budget != null) {
            return budget.currency();
        }
        boolean yuan = lens == Lens.FOUNDING || jurisdiction == null || Countries.inChina(jurisdiction);
        return Stream.concat(own.stream(), quotes.stream())
                .flatMap(offer -> Stream.ofNullable(offer.price()))
                .map(Money::currency)
                .findFirst()
                .orElse(yuan ? Currency.CNY : Currency.USD);
    }

    /** The same request for another model. */
    public Request withModel(String other) {
        return changed(copy -> copy.model = other);
    }

    /** The same request for another load, in streams: as many times the requests as the streams. */
    public Request withStreams(int other) {
        return changed(copy -> {
            copy.requestsPerDay = requestsPerDay == null
                    ? null
                    : Integer.valueOf((int) Math.max(1, Math.round(requestsPerDay * (double) other / streams)));
            copy.streams = other;
            copy.defaultsApplied = defaultsApplied.stream()
                    .filter(name -> !name.equals("streams"))
                    .toList();
        });
    }

    /** The same request with other requests of a day, or with none told. */
    public Request withRequestsPerDay(@Nullable Integer other) {
        return changed(copy -> copy.requestsPerDay = other);
    }

    /** The same request with the load that its words come to, and with what is left to defaults then. */
    public Request withLoad(
            int otherStreams,
            @Nullable Integer requests,
            int prompt,
            int answer,
            @Nullable Double seen,
            List<String> otherDefaults) {
        return changed(copy -> {
            copy.streams = otherStreams;
            copy.requestsPerDay = requests;
            copy.promptTokens = prompt;
            copy.outputTokens = answer;
            copy.prefixCacheShare = seen;
            copy.defaultsApplied = otherDefaults;
        });
    }

    /** The same request with as much money, told otherwise. */
    public Request withBudget(Money other) {
        return changed(copy -> copy.budget = other);
    }

    /** The same request of a buyer whose prompts may go elsewhere. */
    public Request withPrivacy(Privacy other) {
        return changed(copy -> copy.privacy = other);
    }

    /** The same request for answers that come so fast at least. */
    public Request withMinSpeed(double tokensPerSecond) {
        return changed(copy -> copy.minTokensPerSecond = tokensPerSecond);
    }

    /** The same request where the model's own module guesses so many tokens ahead of each step. */
    public Request withSpeculativeTokens(int tokens) {
        return changed(copy -> copy.speculativeTokens = tokens);
    }

    /** The same request where the engine is told to fill so much of each device's memory. */
    public Request withMemoryShare(double share) {
        return changed(copy -> copy.memoryShare = share);
    }

    private Request changed(Consumer<Copy> change) {
        Copy copy = new Copy();
        change.accept(copy);
        return copy.request();
    }

    /** A request of which some fields become others. */
    private final class Copy {
        private String model = Request.this.model;
        private @Nullable Integer requestsPerDay = Request.this.requestsPerDay;
        private int streams = Request.this.streams;
        private int promptTokens = Request.this.promptTokens;
        private int outputTokens = Request.this.outputTokens;
        private @Nullable Double prefixCacheShare = Request.this.prefixCacheShare;
        private @Nullable Double minTokensPerSecond = Request.this.minTokensPerSecond;
        private @Nullable Money budget = Request.this.budget;
        private Privacy privacy = Request.this.privacy;
        private @Nullable Double memoryShare = Request.this.memoryShare;
        private int speculativeTokens = Request.this.speculativeTokens;
        private List<String> defaultsApplied = Request.this.defaultsApplied;

        private Request request() {
            return new Request(
                    model,
                    precisionFloor,
                    preset,
                    users,
                    activeShare,
                    requestsPerDay,
                    peakFactor,
                    streams,
                    promptTokens,
                    outputTokens,
                    prefixCacheShare,
                    minTokensPerSecond,
                    maxFirstTokenSeconds,
                    budget,
                    currencyAsked,
                    horizonMonths,
                    billing,
                    jurisdiction,
                    parent,
                    buyer,
                    privacy,
                    warranty,
                    sanctions,
                    fp8,
                    maxPowerKilowatts,
                    maxNodes,
                    memoryShare,
                    kvFormat,
                    layout,
                    batchedTokens,
                    speculativeTokens,
                    asOf,
                    lens,
                    assumptions,
                    own,
                    quotes,
                    offered,
                    onlyOffers,
                    defaultsApplied);
        }
    }
}
