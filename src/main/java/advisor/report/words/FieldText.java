package advisor.report.words;

import advisor.facts.Request;
import advisor.facts.offer.Countries;
import advisor.facts.offer.StatedOffer;
import advisor.facts.unit.Money;
import advisor.request.FieldType.Kind;
import advisor.request.RequestField;
import advisor.text.Language;
import advisor.text.Text;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Fields of a request as people call them, with their values in words. */
final class FieldText {
    private final Request request;
    private final Language language;
    private final Phrases phrases;
    private final Wording wording;

    FieldText(Request request, Language language) {
        this.request = request;
        this.language = language;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
    }

    /** Several, in one sentence. */
    String of(List<RequestField<?>> fields) {
        return fields.stream().map(this::of).collect(Collectors.joining(phrases.say("answer.fields-separator")));
    }

    String of(RequestField<?> field) {
        String asked = "asked." + field.name();
        return phrases.has(asked)
                ? phrases.say(asked, value(field))
                : phrases.say("answer.one", field.title().in(language), value(field));
    }

    private String value(RequestField<?> field) {
        Object value = Objects.requireNonNull(field.value(request));
        String typed = field.text(request);
        if (field.type().kind() == Kind.COUNTRY) {
            return Countries.name(typed).in(language);
        }
        if (field.type().kind() == Kind.OFFERS) {
            return new OfferInWords(language).of((List<?>) value);
        }
        if (value instanceof StatedOffer.InFull offered) {
            return String.join(phrases.say("list-separator"), offered.ids());
        }
        if (value instanceof Money money) {
            return wording.money(money);
        }
        return value instanceof Number number
                ? wording.precise(number.doubleValue())
                : field.choices().getOrDefault(typed, new Text(typed, typed)).in(language);
    }
}
