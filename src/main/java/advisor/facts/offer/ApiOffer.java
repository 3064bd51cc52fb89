package advisor.facts.offer;

import advisor.facts.unit.Confidence;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import advisor.facts.unit.Period;
import advisor.facts.unit.Sourced;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A hosted model's prices for a million tokens. A cached-input price may be unknown.
 *
 * @param serves what really answers, where that is a later release of the model; {@code null} if nothing is said
 * @param seat country of the company that signs; {@code null} if unknown
 * @param countries where prompts are processed, as far as that is documented
 * @param thought price of output where the model thinks before it answers; {@code null} if it is that of any other
 * @param confidence in its prices; {@code null} if nothing is said
 * @param speed as somebody measured it; {@code null} if nobody did
 * @param ended why it holds no longer, or what answers since; {@code null} if nothing is said
 * @param listedAs the model that the provider names, if that is the same weights in another format, or an older one that
 *     this answers for; else {@code null}
 */
public record ApiOffer(
        String model,
        @Nullable String serves,
        @Nullable String seat,
        Set<String> countries,
        Money input,
        @Nullable Money cachedInput,
        Money output,
        @Nullable Money thought,
        Period period,
        QuoteKind kind,
        String source,
        @Nullable Confidence confidence,
        @Nullable ServiceSpeed speed,
        @Nullable Text ended,
        @Nullable String listedAs,
        @Nullable Text note)
        implements Sourced {

    /** What is to be said behind the day on which it ended: why it did. */
    public Text afterwards() {
        return ended == null ? Text.NONE : new Text(": " + ended.en(), "：" + ended.zh());
    }

    /** Whether nobody says where prompts are processed. */
    public boolean placeUnknown() {
        return countries.isEmpty();
    }

    /** Price of output, where the model thinks before it answers or where it does not. */
    public Money output(boolean thinks) {
        return thought != null && thinks ? thought : output;
    }

    /** Whether what answers is a release that never thinks before it answers, as its maker's name for it says. */
    public boolean neverThinks() {
        return serves != null && serves.contains("Instruct");
    }

    /** Whether what answers is a release that always thinks before it answers, as its maker's name for it says. */
    public boolean alwaysThinks() {
        return serves != null && serves.contains("Thinking");
    }

    /** Whether the release that answers does so after thought, or without it, as is asked for. */
    public boolean suits(boolean thinks) {
        return thinks ? !neverThinks() : !alwaysThinks();
    }

    /** Whether it has ended by a day. */
    public boolean endedBy(LocalDate day) {
        LocalDate to = period.to();
        return to != null && !to.isAfter(day);
    }

    /** The same offer in some of the places where it is operated. */
    public ApiOffer in(Predicate<String> wanted) {
        Set<String> others = countries.stream().filter(wanted).collect(Collectors.toCollection(LinkedHashSet::new));
        return with(model, serves, seat, others, period, listedAs);
    }

    /** The same offer, ended on a day unless it ends before. */
    public ApiOffer until(LocalDate day) {
        LocalDate to = period.to();
        return to != null && !to.isAfter(day)
                ? this
                : with(model, serves, seat, countries, new Period(period.from(), day), listedAs);
    }

    /** The same offer for another format of the same weights. */
    public ApiOffer alsoFor(String twin) {
        return with(twin, serves, seat, countries, period, model);
    }

    /** The same offer as that of the release which really answers. */
    public ApiOffer asRelease(String release) {
        return with(release, null, seat, countries, period, model);
    }

    /** Whether it is of a provider in mainland China and read from a list in another currency than the yuan. */
    public boolean listedForAbroad() {
        return Countries.MAINLAND.equals(seat)
                && countries.contains(Countries.MAINLAND)
                && !input.currency().equals(Currency.CNY);
    }

    /** The same offer of a company in a country, which processes prompts there. */
    ApiOffer at(String country) {
        return with(model, serves, country, Set.of(country), period, listedAs);
    }

    private ApiOffer with(
            String otherModel,
            @Nullable String release,
            @Nullable String otherSeat,
            Set<String> others,
            Period otherPeriod,
            @Nullable String otherListing) {
        return new ApiOffer(
                otherModel,
                release,
                otherSeat,
                others,
                input,
                cachedInput,
                output,
                thought,
                otherPeriod,
                kind,
                source,
                confidence,
                speed,
                ended,
                otherListing,
                note);
    }

    /** Whether prompts from a country come under the law of another, or nobody knows under whose. */
    public boolean crossesBorderFrom(String country) {
        return !signedIn(country) || countries.stream().noneMatch(place -> Countries.oneArea(country, place));
    }

    /** Whether a company under the law of a country signs. */
    boolean signedIn(String country) {
        return seat != null && Countries.oneArea(country, seat);
    }
}
