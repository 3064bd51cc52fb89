package advisor.report;

import advisor.advice.Counterfactual;
import advisor.advice.Explanation;
import advisor.model.Language;
import java.util.Set;
import java.util.stream.Collectors;

/** What keeps an option out, and what would change its verdict. */
final class ChangeText {
    private final Language language;
    private final Phrases phrases;
    private final Page page = new Page();

    private ChangeText(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
    }

    static String of(Explanation explanation, Language language) {
        ChangeText text = new ChangeText(language);
        text.change(explanation);
        return text.page.text();
    }

    private void change(Explanation explanation) {
        if (explanation.blockerSets().stream().noneMatch(Set::isEmpty)) {
            heading("explain.blockers");
            explanation.blockerSets().forEach(set -> bullet(String.join(" + ", set)));
            if (explanation.blockerSets().stream().allMatch(ChangeText::holdsWhatNobodyMayChange)) {
                bullet(phrases.say("explain.not-changeable"));
            }
        }
        heading("explain.change");
        if (explanation.counterfactuals().isEmpty()) {
            bullet(phrases.say("explain.nothing"));
        }
        explanation.counterfactuals().forEach(this::counterfactual);
    }

    /** What the authorities decide is nothing that a request could ask for otherwise. */
    private static boolean holdsWhatNobodyMayChange(Set<String> blockers) {
        return blockers.stream().anyMatch(rule -> rule.startsWith("supply/"));
    }

    private void counterfactual(Counterfactual found) {
        String changes = found.changes().stream()
                .map(change -> phrases.say("explain.changed", change.field(), change.from(), change.to()))
                .collect(Collectors.joining(phrases.say("list-separator")));
        bullet(changes + " → " + found.stance().title().in(language) + " " + found.score());
    }

    private void heading(String key) {
        page.heading(phrases.say(key));
    }

    private void bullet(String text) {
        page.bullet(text);
    }
}
