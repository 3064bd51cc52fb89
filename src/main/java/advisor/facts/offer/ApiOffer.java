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
 * @param confidence in its prices; {@code null} if nothing is said
 * @param speed as somebody measured it; {@code null} if nobody did
 * @param ended why it holds no longer, or what answers since; {@code null} if nothing is said
 * @param listedAs the model that the provider names, if that is the same weights in another format; else {@code null}
 */
public record ApiOffer(
        String model,
        @Nullable String serves,
        @Nullable String seat,
        Set<String> countries,
        Money input,
        @Nullable Money cachedInput,
        Money output,
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

    /** Where it is at all: where prompts are processed, else where the company sits. */
    public Set<String> places() {
        return countries.isEmpty() && seat != null ? Set.of(seat) : countries;
    }

    /** Whether it has ended by a day. */
    public boolean endedBy(LocalDate day) {
        LocalDate to = period.to();
        return to != null && !to.isAfter(day);
    }

    /** The same offer in some of the places where it is operated. */
    public ApiOffer in(Predicate<String> wanted) {
        Set<String> others = countries.stream().filter(wanted).collect(Collectors.toCollection(LinkedHashSet::new));
        return with(model, seat, others, period, listedAs);
    }

    /** The same offer, ended on a day unless it ends before. */
    public ApiOffer until(LocalDate day) {
        LocalDate to = period.to();
        return to != null && !to.isAfter(day)
                ? this
                : with(model, seat, countries, new Period(period.from(), day), listedAs);
    }

    /** The same offer for another format of the same weights. */
    public ApiOffer alsoFor(String twin) {
        return with(twin, seat, countries, period, model);
    }

    /** Whether it is of a provider in mainland China and read from a list in another currency than the yuan. */
    public boolean listedForAbroad() {
        return Countries.MAINLAND.equals(seat)
                && countries.contains(Countries.MAINLAND)
                && !input.currency().equals(Currency.CNY);
    }

    /** The same offer of a company in a country, which processes prompts there. */
    ApiOffer at(String country) {
        return with(model, country, Set.of(country), period, listedAs);
    }

    private ApiOffer with(
            String otherModel,
            @Nullable String otherSeat,
            Set<String> others,
            Period otherPeriod,
            @Nullable String otherListing) {
        return new ApiOffer(
                otherModel,
                serves,
                otherSeat,
                others,
                input,
                cachedInput,
                output,
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
        boolean foreign = seat == null || !Countries.oneArea(country, seat);
        boolean processedAbroad =
                !countries.isEmpty() && countries.stream().noneMatch(place -> Countries.oneArea(country, place));
        return foreign || processedAbroad;
    }
}
