package advisor.report.words;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Sensitivity;
import advisor.facts.Cost;
import advisor.facts.offer.Countries;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of what is advised to take it, for how much and how surely. */
final class Advised {
    private final Advice advice;
    private final Language language;
    private final Phrases phrases;
    private final Wording wording;

    Advised(Advice advice, Language language) {
        this.advice = advice;
        this.language = language;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
    }

    /** To take it, or why that is not so plain. */
    String sentence(OptionVerdict first) {
        return doubtful(first).orElseGet(() -> plainly(first));
    }

    /** Of a machine that the runs over what is uncertain do not bear out: nothing works in many, or another wins more. */
    private Optional<String> doubtful(OptionVerdict first) {
        return Optional.ofNullable(advice.sensitivity())
                .filter(runs -> first.option().kind() != OptionKind.API)
                .flatMap(runs -> runs.unsafe()
                        ? Optional.of(unsafe(first, runs))
                        : runs.rival().map(rival -> between(first, runs, rival)));
    }

    private String unsafe(OptionVerdict first, Sensitivity runs) {
        return phrases.say("headline.unsafe", runs.withoutAdvice(), runs.runs(), counted(first), outlay(first));
    }

    private String between(OptionVerdict first, Sensitivity runs, Sensitivity.Lead rival) {
        return phrases.say(
                "headline.between",
                counted(first),
                outlay(first),
                runs.leads().get(0).runs(),
                runs.runs(),
                rival.option().title().in(language),
                rival.runs());
    }

    private String plainly(OptionVerdict first) {
        String stance = surely(stance(first));
        Cost cost = first.best().candidate().cost();
        return switch (first.option().kind()) {
            case PURCHASE ->
                phrases.say(
                        isInferred(first) ? "headline.quote-first" : "headline.purchase",
                        counted(first),
                        stance,
                        upfront(wording.range(cost.outlay()), first));
            case OWNED -> phrases.say("headline.owned", title(first), stance);
            case RENTAL -> phrases.say("headline.rental", counted(first), stance, likely(cost), cost.horizonMonths());
            case API ->
                phrases.say("headline.api", title(first), likely(cost), cost.horizonMonths(), place(first.option()));
        };
    }

    /** Of a machine it stands in the sentence itself. */
    Stream<String> closeService() {
        return advice.recommended().stream()
                .filter(first -> first.option().kind() == OptionKind.API && advice.isCloseCall())
                .map(first -> phrases.say("headline.close-service", close()));
    }

    /** Who comes first more often than the first, if one alone does. */
    private String close() {
        Sensitivity runs = Objects.requireNonNull(advice.sensitivity());
        int among = runs.leads().size();
        return runs.leader()
                .map(lead -> phrases.say("headline.led", lead.option().title().in(language), among))
                .orElseGet(() -> phrases.say("headline.close", among));
    }

    /** A stance as far as it is known: of one before others it is not before the runs over what is uncertain. */
    private String surely(String stance) {
        if (advice.isCloseCall()) {
            return close();
        }
        return advice.isUntried() ? phrases.say("headline.untried", stance) : stance;
    }

    /** The best machine, for those who may not or will not send their data out to the service that is advised. */
    Stream<String> machineInstead() {
        boolean service = advice.recommended()
                .filter(first -> first.option().kind() == OptionKind.API)
                .isPresent();
        return advice.viable().stream()
                .filter(verdict -> service && verdict.option().kind() != OptionKind.API)
                .filter(verdict -> verdict.stance().advisable())
                .limit(1)
                .map(verdict ->
                        phrases.say("headline.machine-instead", counted(verdict), stance(verdict), outlay(verdict)));
    }

    String outlay(OptionVerdict verdict) {
        Cost cost = verdict.best().candidate().cost();
        String amount = likely(cost);
        return cost.bought()
                ? upfront(amount, verdict)
                : phrases.say("headline.machine-total", amount, cost.horizonMonths());
    }

    /** An amount to pay at once, with a word where nobody quoted it, or the host. */
    private String upfront(String amount, OptionVerdict verdict) {
        if (isInferred(verdict)) {
            return phrases.say("headline.inferred-upfront", amount);
        }
        Cost cost = verdict.best().candidate().cost();
        String sentence =
                switch (cost.hostPrice()) {
                    case QUOTED -> "headline.machine-upfront";
                    case RECKONED -> "headline.reckoned-upfront";
                    case LEFT_OUT -> "headline.cards-upfront";
                };
        return phrases.say(sentence, amount);
    }

    private boolean isInferred(OptionVerdict verdict) {
        return verdict.option().priceInferred(advice.request().asOf());
    }

    /** Where prompts are processed; where nobody says so, who signs, which is not the same. */
    private String place(DeploymentOption service) {
        return service.placeUnknown()
                ? phrases.say("headline.api-seat", countries(service.seats()))
                : phrases.say("headline.api-place", countries(service.countries()));
    }

    private String countries(Set<String> codes) {
        return codes.stream()
                .map(code -> Countries.name(code).in(language))
                .collect(Collectors.joining(phrases.say("list-separator")));
    }

    private String likely(Cost cost) {
        return wording.money(cost.likelyOutlay());
    }

    private String counted(OptionVerdict verdict) {
        return new PlanTitle(language).of(verdict.best().candidate());
    }

    private String title(OptionVerdict verdict) {
        return verdict.option().title().in(language);
    }

    private String stance(OptionVerdict verdict) {
        return verdict.stance().title().in(language);
    }
}
