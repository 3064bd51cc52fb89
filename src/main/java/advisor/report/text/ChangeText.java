package advisor.report.text;

import advisor.advice.BlockerSets;
import advisor.advice.change.Changes;
import advisor.advice.change.Counterfactual;
import advisor.advice.change.Lifter;
import advisor.report.screen.Page;
import advisor.report.screen.Screen;
import advisor.report.words.ChangeWording;
import advisor.words.Phrases;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What keeps an option out, who could lift it, and what would change its verdict. */
final class ChangeText {
    private final Screen screen;
    private final Phrases phrases;
    private final ChangeWording wording;
    private final Page page;

    private ChangeText(Screen screen) {
        this.page = new Page(screen);
        this.screen = screen;
        this.phrases = new Phrases(screen.language());
        this.wording = new ChangeWording(screen.language());
    }

    static String of(Changes changes, Screen screen) {
        return of(changes, Integer.MAX_VALUE, screen);
    }

    /** @param most changes, of which the first are shown */
    static String of(Changes changes, int most, Screen screen) {
        return new ChangeText(screen).write(changes, most);
    }

    private String write(Changes changes, int most) {
        if (!BlockerSets.of(changes.option()).isEmpty()) {
            blockers(changes);
        }
        if (changes.ofFirst()) {
            heading("explain.topples");
            some(wording.toppled(changes), most, this::bullet);
            return page.text();
        }
        heading("explain.change");
        if (changes.counterfactuals().isEmpty()) {
            bullet(phrases.say("explain.nothing"));
        }
        some(changes.counterfactuals(), most, this::counterfactual);
        if (changes.cutOff()) {
            bullet(phrases.say("explain.cut-off"));
        }
        return page.text();
    }

    private <T> void some(List<T> all, int most, Consumer<T> shown) {
        all.stream().limit(most).forEach(shown);
        if (all.size() > most) {
            bullet(phrases.say("explain.rest", all.size() - most));
        }
    }

    private void blockers(Changes changes) {
        heading("explain.blockers");
        BlockerSets.of(changes.option()).forEach(set -> bullet(blockers(set, changes)));
        if (BlockerSets.of(changes.option()).stream().anyMatch(set -> nobodys(set, changes))) {
            bullet(phrases.say("explain.not-changeable"));
        }
    }

    private String blockers(Set<String> set, Changes changes) {
        return set.stream()
                .map(rule -> phrases.say("explain.blocker", rule, phrases.choice(lifter(rule, changes))))
                .collect(Collectors.joining(" + "));
    }

    /** Whether an authority keeps it out in every format. */
    private static boolean nobodys(Set<String> set, Changes changes) {
        return set.stream().allMatch(rule -> lifter(rule, changes) == Lifter.NOBODY);
    }

    private static Lifter lifter(String rule, Changes changes) {
        return changes.lifters().getOrDefault(rule, Lifter.OPEN);
    }

    private void counterfactual(Counterfactual found) {
        String changes =
                found.changes().stream().map(wording::say).collect(Collectors.joining(phrases.say("change.and")));
        String result = found.stance().title().in(screen.language()) + " " + found.score();
        bullet(phrases.say("change.to", changes, result) + applied(found));
        if (!found.proven()) {
            indented(phrases.say("change.less-may-do"));
        }
    }

    /** What to type, or that the offer is meant. */
    private String applied(Counterfactual found) {
        String options =
                found.changes().stream().map(wording::applied).distinct().collect(Collectors.joining(" · "));
        return "  [" + options + "]";
    }

    private void heading(String key) {
        page.heading(phrases.say(key));
    }

    private void bullet(String text) {
        page.bullet(text);
    }

    private void indented(String text) {
        page.hanging(4, text, 4);
    }
}
