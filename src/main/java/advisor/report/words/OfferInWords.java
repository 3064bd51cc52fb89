package advisor.report.words;

import advisor.facts.offer.Covers;
import advisor.facts.offer.StatedOffer;
import advisor.facts.offer.Warranty;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Machines that a request tells of, with their terms, as a reader would say them. */
final class OfferInWords {
    private final Phrases phrases;
    private final Wording wording;

    OfferInWords(Language language) {
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
    }

    String of(List<?> offers) {
        return offers.stream()
                .map(StatedOffer.class::cast)
                .map(this::of)
                .collect(Collectors.joining(phrases.say("answer.yours.separator")));
    }

    private String of(StatedOffer offer) {
        List<String> terms = new ArrayList<>(List.of(machine(offer)));
        if (offer.price() != null) {
            terms.add(phrases.say(offer.owned() ? "offer.worth" : "offer.price", wording.money(offer.price())));
        }
        if (!offer.owned() || offer.warranty() != Warranty.NONE) {
            terms.add(phrases.say("offer.warranty." + warranty(offer)));
        }
        if (!offer.owned()) {
            terms.add(phrases.say("offer.channel." + Ids.of(offer.channel())));
        }
        if (offer.covers() == Covers.CARDS) {
            terms.add(phrases.say("offer.cards"));
        }
        if (offer.hostGigabytes() != null) {
            terms.add(phrases.say("offer.host-gb", wording.precise(offer.hostGigabytes())));
        }
        if (offer.lastDay() != null) {
            terms.add(phrases.say("offer.valid-until", offer.lastDay()));
        }
        offer.figures().entrySet().stream().map(this::figure).forEach(terms::add);
        if (!offer.aside().isEmpty()) {
            terms.add(phrases.say("offer.aside", offer.aside()));
        }
        return String.join(phrases.say("list-separator"), terms);
    }

    private static String warranty(StatedOffer offer) {
        Warranty warranty = offer.warranty();
        return warranty == null ? "unsaid" : Ids.of(warranty);
    }

    private String machine(StatedOffer offer) {
        String machine = phrases.say("offer.machine", offer.devices(), offer.accelerator());
        return offer.nodes() == 1 ? machine : machine + phrases.say("offer.nodes", offer.nodes());
    }

    private String figure(Map.Entry<String, Double> figure) {
        return phrases.say("offer." + figure.getKey().replace('_', '-'), wording.precise(figure.getValue()));
    }
}
