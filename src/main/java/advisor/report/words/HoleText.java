package advisor.report.words;

import advisor.advice.Hole;
import advisor.facts.Candidate;
import advisor.facts.Privacy;
import advisor.facts.Request;
import advisor.facts.unit.Money;
import advisor.text.Language;
import advisor.text.Text;
import advisor.words.Phrases;
import advisor.words.Wording;
import org.jspecify.annotations.Nullable;

/** Says at which value something that is not known would put a plan first. */
public final class HoleText {
    private final Language language;
    private final Phrases phrases;
    private final Wording wording;

    public HoleText(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
    }

    /** In both languages. */
    public static Text text(Hole hole, Request request) {
        return new Text(new HoleText(Language.EN).of(hole, request), new HoleText(Language.ZH).of(hole, request));
    }

    public String of(Hole hole, Request request) {
        boolean owned = hole.plan().option().owned();
        String key = owned && hole.fact() == Hole.Fact.PRICE
                ? "hole.worth"
                : "hole." + hole.fact().id();
        String title = title(hole.plan());
        return switch (hole.fact()) {
            case PRICE, DEVICE_HOUR, HOSTED_OFFER -> amount(key, hole, request);
            case FIGURES, LICENCE, SUPPLY -> phrases.say(key, title);
            case ENGINE -> phrases.say(key, title, hole.plan().precision().label());
            case SPEED -> phrases.say(key, title, number(request.minTokensPerSecond()));
            case GROUND -> phrases.say(key, title, money(hole.plan().cost().likelyTotal()));
            case PLACE -> phrases.say(key, title, money(hole.plan().cost().likelyTotal()), operated(request));
        };
    }

    private String amount(String key, Hole hole, Request request) {
        if (hole.flipsAt() == null && phrases.has(key + ".any")) {
            return phrases.say(key + ".any", title(hole.plan()), place(request));
        }
        Double watts = hole.wattsTaken();
        String taken = watts == null ? "" : phrases.say("hole.watts", wording.number(watts));
        String doubt = hole.plausible() ? "" : phrases.say("hole.implausible");
        return phrases.say(
                key, title(hole.plan()), money(hole.flipsAt()) + apiece(hole.plan()) + taken + doubt, place(request));
    }

    private String money(@Nullable Money amount) {
        return amount == null ? wording.unknown() : wording.money(amount);
    }

    private String number(@Nullable Double number) {
        return number == null ? wording.unknown() : wording.number(number);
    }

    /** The price of one of several. */
    private String apiece(Candidate plan) {
        return plan.plan().units() > 1 ? phrases.say("hole.apiece") : "";
    }

    private String title(Candidate plan) {
        return new PlanTitle(language).of(plan);
    }

    /** Where the data is, unless it was said that it may go anywhere. */
    private String place(Request request) {
        Text country = request.country();
        if (withinEea(request)) {
            return phrases.say("hole.eea");
        }
        return request.privacy() == Privacy.ANY || country == null
                ? ""
                : phrases.say("hole.within", country.in(language));
    }

    /** Where a service would have to be operated. */
    private String operated(Request request) {
        Text country = request.country();
        if (withinEea(request)) {
            return phrases.say("hole.operated.eea");
        }
        return country == null
                ? phrases.say("hole.operated.home")
                : phrases.say("hole.operated.within", country.in(language));
    }

    /** Whether no border is crossed within the EEA: the buyer says so, or sits in it and says nothing. */
    private static boolean withinEea(Request request) {
        return request.privacy() == Privacy.EEA || request.privacy() == Privacy.UNSAID && request.inEea();
    }
}
