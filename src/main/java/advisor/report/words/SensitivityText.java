package advisor.report.words;

import advisor.advice.Advice;
import advisor.advice.Factor;
import advisor.advice.Sensitivity;
import advisor.advice.Sensitivity.Lead;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in one line whether the ranking survives what is uncertain. */
public final class SensitivityText {
    private static final int OTHERS_SHOWN = 2;

    private final Language language;
    private final Phrases phrases;
    private final Wording wording;

    public SensitivityText(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
    }

    /** Nothing of an advice that was not analysed, or whose first option competes with no other. */
    public Optional<String> of(Advice advice) {
        Sensitivity sensitivity = advice.sensitivity();
        return sensitivity == null || advice.viable().size() < 2 ? Optional.empty() : Optional.of(text(sensitivity));
    }

    private String text(Sensitivity sensitivity) {
        Lead first = sensitivity.leads().get(0);
        Factor decisive = sensitivity.decisive();
        if (first.runs() == sensitivity.runs()) {
            return phrases.say("sensitivity.always", title(first), sensitivity.runs());
        }
        String stays = phrases.say(
                sensitivity.clear() ? "sensitivity.mostly" : "sensitivity.unclear",
                title(first),
                wording.percent(sensitivity.share(first)),
                sensitivity.runs(),
                String.join(phrases.say("answer.options-separator"), others(sensitivity)));
        return decisive == null
                ? stays
                : stays + phrases.say("sensitivity.decisive", phrases.say("factor." + Ids.of(decisive), title(first)));
    }

    private List<String> others(Sensitivity sensitivity) {
        List<String> others = new ArrayList<>();
        sensitivity.leads().stream()
                .skip(1)
                .limit(OTHERS_SHOWN)
                .forEach(lead -> others.add(title(lead) + " " + wording.percent(sensitivity.share(lead))));
        if (sensitivity.leads().size() > 1 + OTHERS_SHOWN) {
            others.add(phrases.say("sensitivity.more", sensitivity.leads().size() - 1 - OTHERS_SHOWN));
        }
        if (sensitivity.withoutAdvice() > 0) {
            double share = (double) sensitivity.withoutAdvice() / sensitivity.runs();
            others.add(phrases.say("sensitivity.none", wording.percent(share)));
        }
        return others;
    }

    private String title(Lead lead) {
        return lead.option().title().in(language);
    }
}
