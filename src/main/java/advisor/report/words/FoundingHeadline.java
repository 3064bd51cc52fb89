package advisor.report.words;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.facts.Cost;
import advisor.facts.unit.FoundingDocument;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what each of the founding documents answers, for they answer differently. */
final class FoundingHeadline {
    /** The topic whose question is whether the model should be run on own machines at all. */
    private static final String AT_ALL = "feasibility";

    private final Language language;
    private final Phrases phrases;
    private final Wording wording;

    FoundingHeadline(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
    }

    /** A sentence or two for each document. */
    List<String> of(Advice advice) {
        return Stream.of(FoundingDocument.values())
                .map(document ->
                        phrases.say("headline.document", document.title().in(language), answer(document, advice)))
                .toList();
    }

    private String answer(FoundingDocument document, Advice advice) {
        Optional<String> atAll = advice.notes().stream()
                .filter(note -> note.rule().topic().equals(AT_ALL)
                        && document.citedBy(note.rule().sources()))
                .map(note -> note.text().in(language))
                .findFirst();
        return Stream.concat(atAll.stream(), Stream.of(first(document, advice)))
                .collect(Collectors.joining(phrases.say("headline.and")));
    }

    private String first(FoundingDocument document, Advice advice) {
        return advice.viable().stream()
                .filter(verdict -> document.citedBy(verdict.option().documents()))
                .findFirst()
                .map(this::first)
                .orElseGet(() -> phrases.say("headline.document-none"));
    }

    private String first(OptionVerdict verdict) {
        Cost cost = verdict.best().candidate().cost();
        String amount = wording.range(cost.outlay());
        return phrases.say(
                "headline.document-first",
                verdict.option().title().in(language),
                verdict.stance().title().in(language),
                cost.bought()
                        ? phrases.say("headline.machine-upfront", amount)
                        : phrases.say("headline.machine-total", amount, cost.horizonMonths()));
    }
}
