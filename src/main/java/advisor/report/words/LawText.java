package advisor.report.words;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.facts.law.CountryStatus;
import advisor.text.Language;
import advisor.words.Phrases;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the law says of a whole answer: told in its headline, where nobody overlooks it. */
final class LawText {
    /** Remarks of this topic speak of the buyer's country and are told in the headline. */
    private static final String TOPIC = "embargo";

    private final Language language;
    private final Phrases phrases;

    LawText(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
    }

    /** What comes first of that which is barred and merely reported; nothing if all is refused or lawful. */
    Stream<String> barred(Advice advice) {
        List<OptionVerdict> barred = advice.viable().stream()
                .filter(verdict -> verdict.reportedBar().isPresent())
                .sorted(Comparator.comparingInt(
                        (OptionVerdict verdict) -> -verdict.best().score()))
                .toList();
        return barred.stream().limit(1).flatMap(first -> first.reportedBar().stream()
                .map(reason -> barred(first, reason, barred.size() - 1)));
    }

    private String barred(OptionVerdict first, Reason reason, int others) {
        String title = first.option().title().in(language);
        String options = others == 0 ? title : phrases.say("headline.barred-others", title, others);
        return phrases.say(
                "headline.barred",
                options,
                since(reason).map(LocalDate::toString).orElse("–"));
    }

    private static Optional<LocalDate> since(Reason reason) {
        return reason.firing().arguments().values().stream()
                .filter(LocalDate.class::isInstance)
                .map(LocalDate.class::cast)
                .findFirst();
    }

    private static boolean asksForLicence(Reason note) {
        return note.firing().read().stream()
                .anyMatch(fact ->
                        fact instanceof CountryStatus status && status.state().asksForLicence());
    }

    /** Whether what comes first is nothing that such a law speaks of. */
    private static boolean spared(Advice advice) {
        return advice.recommended()
                .filter(first -> first.best().reasons().stream()
                        .noneMatch(reason -> reason.rule().topic().equals(TOPIC)))
                .isPresent();
    }

    /** What is said of the buyer's country, and of that of its ultimate parent. */
    Stream<String> countries(Advice advice) {
        return advice.notes().stream()
                .filter(note -> note.rule().topic().equals(TOPIC))
                .filter(note -> !asksForLicence(note) || !spared(advice))
                .map(note -> note.text().in(language));
    }
}
