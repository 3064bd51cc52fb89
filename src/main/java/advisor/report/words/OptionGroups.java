package advisor.report.words;

import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Stance;
import advisor.facts.Finding;
import advisor.text.Language;
import advisor.words.Phrases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Options that do not work, a sentence for all that are out or open for one reason. */
public final class OptionGroups {
    private static final int NAMED = 4;

    private final Language language;
    private final Phrases phrases;
    private final PlanTitle titles;

    public OptionGroups(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
        this.titles = new PlanTitle(language);
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

    /** What several may share: rules whose subject has a name, whatever their figures; else all that they say. */
    private String shared(OptionVerdict option) {
        return decisive(option).map(this::shared).collect(Collectors.joining());
    }

    private String shared(Reason reason) {
        String subject = subject(reason);
        return phrases.has(subject)
                ? subject
                : reason.text().in(Language.EN) + reason.text().in(Language.ZH);
    }

    private static String subject(Reason reason) {
        return "decides." + reason.rule().id().replace('/', '.');
    }

    /** The first of what keeps it out; where that alone would leave it open, what rejects it as well. */
    private static Stream<Reason> decisive(OptionVerdict option) {
        Reason first = option.best().decisive().orElseThrow();
        boolean rejects = option.stance() != Stance.REJECTED || first.kind() == Finding.Kind.BLOCKER;
        return rejects
                ? Stream.of(first)
                : Stream.concat(
                        Stream.of(first),
                        option.best().reasons(Finding.Kind.BLOCKER).stream().limit(1));
    }

    private String sentence(List<OptionVerdict> options) {
        OptionVerdict first = options.get(0);
        boolean alone = options.size() == 1 && first.stance() == Stance.REJECTED;
        String reason = decisive(first)
                .map(said -> said(said, alone && said.kind() == Finding.Kind.BLOCKER))
                .reduce((one, next) -> phrases.say("answer.besides", one, next))
                .orElseThrow();
        return options.size() == 1
                ? phrases.say("answer.one", titles(options), reason)
                : phrases.say("answer.group", options.size(), reason, titles(options));
    }

    private String said(Reason reason, boolean figures) {
        String subject = subject(reason);
        return figures || !phrases.has(subject) ? reason.text().in(language) : phrases.say(subject);
    }

    private String titles(List<OptionVerdict> options) {
        String separator = phrases.say("answer.options-separator");
        String named = options.stream()
                .limit(NAMED)
                .map(option -> titles.of(option.best().candidate()))
                .collect(Collectors.joining(separator));
        return options.size() <= NAMED
                ? named
                : named + separator + phrases.say("sensitivity.more", options.size() - NAMED);
    }
}
