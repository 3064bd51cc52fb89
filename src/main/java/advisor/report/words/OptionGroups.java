package advisor.report.words;

import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Stance;
import advisor.text.Language;
import advisor.text.Text;
import advisor.words.Phrases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Options that do not work, a sentence for all that are out or open for one reason. */
public final class OptionGroups {
    private static final int NAMED = 4;

    private final Language language;
    private final Phrases phrases;

    public OptionGroups(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
    }

    /** Groups in the order of the first of each; the same ones in either language. */
    public List<String> of(List<OptionVerdict> options) {
        return options.stream()
                .collect(Collectors.groupingBy(this::shared, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(this::sentence)
                .toList();
    }

    /** What several may share: a rule whose subject has a name, whatever its figures; else all that it says. */
    private String shared(OptionVerdict option) {
        String subject = subject(option);
        return phrases.has(subject)
                ? subject
                : text(option).in(Language.EN) + text(option).in(Language.ZH);
    }

    private static String subject(OptionVerdict option) {
        return "decides." + decisive(option).rule().id().replace('/', '.');
    }

    private static Text text(OptionVerdict option) {
        return decisive(option).text();
    }

    private static Reason decisive(OptionVerdict option) {
        return option.best().decisive().orElseThrow();
    }

    private String sentence(List<OptionVerdict> options) {
        OptionVerdict first = options.get(0);
        String subject = subject(first);
        boolean figures = options.size() == 1 && first.stance() == Stance.REJECTED;
        String reason = figures || !phrases.has(subject) ? text(first).in(language) : phrases.say(subject);
        return options.size() == 1
                ? phrases.say("answer.one", titles(options), reason)
                : phrases.say("answer.group", options.size(), reason, titles(options));
    }

    private String titles(List<OptionVerdict> options) {
        String separator = phrases.say("answer.options-separator");
        String named = options.stream()
                .limit(NAMED)
                .map(option -> option.option().title().in(language))
                .collect(Collectors.joining(separator));
        return options.size() <= NAMED
                ? named
                : named + separator + phrases.say("sensitivity.more", options.size() - NAMED);
    }
}
