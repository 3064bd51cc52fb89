package advisor.workshop;

import advisor.advice.Advisor.Known;
import advisor.advice.Evidence;
import advisor.facts.Finding;
import advisor.facts.Request;
import advisor.facts.model.LanguageModel;
import advisor.facts.unit.Parameter;
import advisor.rules.RuleBook;
import advisor.rules.explain.Facts;
import advisor.rules.explain.RuleLogic;
import advisor.rules.explain.Walk;
import advisor.rules.session.Judgement;
import advisor.rules.text.RuleDefinition;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules by which two books differ. Where these find the same, all find the same, and nothing else need be asked: which is
 * so wherever none of them can speak.
 */
final class ChangedRules {
    private static final Set<Class<?>> KNOWN = Set.of(Request.class, LanguageModel.class, Parameter.class);

    private static final Pattern WHEN = Pattern.compile("(?m)^\\s*when\\b");

    private final RuleBook before;
    private final RuleBook after;
    private final Set<String> ids;
    private final List<RuleLogic> logic;

    ChangedRules(RuleBook before, RuleBook after) {
        this.before = before;
        this.after = after;
        this.ids = ids(before, after);
        ids.removeIf(id -> asksTheSame(id) && !weighsOtherwise(id));
        this.logic = Stream.of(before, after)
                .flatMap(book -> book.logic().stream())
                .filter(rule -> ids.contains(rule.rule().id()))
                .toList();
    }

    private static Set<String> ids(RuleBook before, RuleBook after) {
        return Stream.of(before, after)
                .flatMap(book -> book.rules().stream())
                .filter(rule -> differs(rule, before, after))
                .map(RuleDefinition::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean differs(RuleDefinition one, RuleBook before, RuleBook after) {
        RuleDefinition old = before.rule(one.id());
        RuleDefinition young = after.rule(one.id());
        return old == null
                || young == null
                || !before.texts().of(old).equals(after.texts().of(young))
                || !beside(old, before).equals(beside(young, after));
    }

    private static String beside(RuleDefinition rule, RuleBook book) {
        return book.texts()
                .beside(
                        rule.file(),
                        book.rules().stream()
                                .filter(other -> other.file().equals(rule.file()))
                                .toList());
    }

    /** Whether one of them may speak, by what is known before anything is sized. */
    boolean maySpeak(Known known) {
        Request request = known.request();
        Facts facts = new Facts(Stream.concat(Stream.of(request, known.model()), known.parameters().stream())
                .toList());
        return logic.stream()
                .filter(rule ->
                        rule.rule().speaksUnder(request.lens()) && rule.rule().knownOn(request.asOf()))
                .anyMatch(rule -> Walk.mayFire(rule, facts, KNOWN));
    }

    /** Whether they ask the same, and only say it otherwise or weigh it otherwise. */
    boolean askTheSame() {
        return ids.stream().allMatch(this::asksTheSame);
    }

    private boolean asksTheSame(String id) {
        RuleDefinition old = before.rule(id);
        RuleDefinition young = after.rule(id);
        return old != null
                && young != null
                && old.kind() == young.kind()
                && old.lens() == young.lens()
                && Objects.equals(old.since(), young.since())
                && asked(old, before).equals(asked(young, after))
                && beside(old, before).equals(beside(young, after));
    }

    /** What it asks and states: all behind its annotations. */
    private static String asked(RuleDefinition rule, RuleBook book) {
        return WHEN.split(book.texts().of(rule), 2)[1];
    }

    /** Whether a finding weighs otherwise, of a request on which it was judged. */
    boolean weighOtherwise(Judgement judgement) {
        return judgement.firings().stream()
                .map(firing -> firing.rule().id())
                .filter(ids::contains)
                .distinct()
                .anyMatch(this::weighsOtherwise);
    }

    /** Whether they find something else, or may: what others find could make them speak otherwise, and so could a fault. */
    boolean findOtherwise(Evidence evidence) {
        if (logic.stream().anyMatch(RuleLogic::mindsFindings)) {
            return true;
        }
        Judgement old = evidence.judgedBy(alone(before));
        Judgement young = evidence.judgedBy(alone(after));
        Set<Finding> found = found(old);
        return !old.errors().isEmpty()
                || !young.errors().isEmpty()
                || !found.equals(found(young))
                || found.stream().map(Finding::rule).distinct().anyMatch(this::weighsOtherwise);
    }

    private RuleBook alone(RuleBook book) {
        return book.only(rule -> ids.contains(rule.id()));
    }

    private static Set<Finding> found(Judgement judgement) {
        return judgement.facts().stream()
                .filter(Finding.class::isInstance)
                .map(Finding.class::cast)
                .collect(Collectors.toSet());
    }

    private boolean weighsOtherwise(String rule) {
        RuleDefinition old = Objects.requireNonNull(before.rule(rule));
        RuleDefinition young = Objects.requireNonNull(after.rule(rule));
        return old.points() != young.points() || old.atMost() != young.atMost();
    }
}
