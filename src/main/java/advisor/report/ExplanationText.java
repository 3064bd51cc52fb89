package advisor.report;

import advisor.advice.Counterfactual;
import advisor.advice.Explanation;
import advisor.advice.Reason;
import advisor.advice.Verdict;
import advisor.advice.Wording;
import advisor.engine.trace.ConditionTrace;
import advisor.engine.trace.Outcome;
import advisor.engine.trace.RuleCondition;
import advisor.engine.trace.RuleTrace;
import advisor.model.Candidate;
import advisor.model.CostLine;
import advisor.model.Finding;
import advisor.model.Ids;
import advisor.model.Language;
import advisor.model.MoneyRange;
import advisor.model.OptionKind;
import advisor.model.Sourced;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why an option has its verdict, why it has no other, and what would change it, for a terminal of 100 columns. */
public final class ExplanationText {
    private static final int WIDTH = 100;
    private static final int POINTS = 6;

    private final Language language;
    private final Phrases phrases;
    private final Wording wording;
    private final StringBuilder out = new StringBuilder();

    private ExplanationText(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
    }

    /** @param shown which rules that did not fire are shown, condition by condition */
    public static String of(Explanation explanation, Predicate<RuleTrace> shown, Language language) {
        return new ExplanationText(language).write(explanation, shown);
    }

    private String write(Explanation explanation, Predicate<RuleTrace> shown) {
        title(explanation);
        why(explanation);
        memory(explanation.verdict().candidate());
        cost(explanation.verdict().candidate());
        whyNot(explanation, shown);
        change(explanation);
        return out.toString();
    }

    private void title(Explanation explanation) {
        Verdict verdict = explanation.verdict();
        line("%s (%s)"
                .formatted(
                        explanation.option().option().title().in(language),
                        verdict.candidate().id()));
        line(verdict.stance().title().in(language) + " · "
                + phrases.say(
                        "explain.rank",
                        explanation.option().rank(),
                        explanation.advice().verdicts().size()));
    }

    /** The ledger: start, every finding with its points, total. */
    private void why(Explanation explanation) {
        Verdict verdict = explanation.verdict();
        heading("explain.why");
        ledger(Integer.toString(verdict.start()), phrases.say("explain.start"));
        verdict.reasons().forEach(reason -> finding(reason, explanation));
        ledger(
                Integer.toString(verdict.score()),
                phrases.say(verdict.stance().viable() ? "explain.total" : "explain.total-void"));
    }

    private void finding(Reason reason, Explanation explanation) {
        String points = reason.points() == 0
                ? mark(reason.kind())
                : reason.points() > 0 ? "+" + reason.points() : "−" + -reason.points();
        ledger(points, reason.text().in(language));
        indented(reason.rule().id() + "  " + reason.rule().place());
        explanation.rules().stream()
                .filter(trace -> trace.rule().id().equals(reason.rule().id()))
                .flatMap(trace -> trace.conditions().stream())
                .filter(ExplanationText::isConstraint)
                .forEach(trace -> indented(TestText.held(trace, language)));
        indented(phrases.say("explain.sources", String.join(", ", reason.sources())));
    }

    private static String mark(Finding.Kind kind) {
        return switch (kind) {
            case BLOCKER -> "✗";
            case UNKNOWN -> "?";
            default -> "·";
        };
    }

    private void memory(Candidate candidate) {
        if (candidate.option().kind() != OptionKind.API) {
            heading("explain.memory");
            out.append(MachineReport.waterfall(candidate, language));
        }
    }

    private void cost(Candidate candidate) {
        List<CostLine> lines = candidate.cost().lines();
        if (lines.isEmpty()) {
            return;
        }
        heading("explain.cost");
        for (CostLine line : lines) {
            MoneyRange amount = line.amount();
            String due = phrases.say("explain.due." + Ids.of(line.part().due()));
            String text = amount == null ? phrases.say("unknown") : wording.range(amount);
            out.append("  ")
                    .append(Columns.padEnd(phrases.say("cost-part." + Ids.of(line.part())), 30))
                    .append(Columns.padEnd(due, 12))
                    .append(text)
                    .append('\n');
        }
        if (candidate.cost().total() != null) {
            line("  "
                    + phrases.say(
                            "explain.cost-total",
                            candidate.cost().horizonMonths(),
                            wording.range(candidate.cost().total())));
        }
        candidate.option().quotes().forEach(quote -> quote(quote.asPrinted(), quote));
    }

    private void quote(@Nullable String printed, Sourced quote) {
        indented(quote.source() + (printed == null ? "" : " “" + printed + "”"));
    }

    private void whyNot(Explanation explanation, Predicate<RuleTrace> shown) {
        heading("explain.why-not");
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        explanation.rules().forEach(rule -> counts.merge(rule.outcome(), 1L, Long::sum));
        line("  "
                + counts.entrySet().stream()
                        .map(entry -> phrases.choice(entry.getKey()) + " " + entry.getValue())
                        .collect(Collectors.joining(" · ")));
        explanation.rules().stream().filter(shown).forEach(this::rule);
    }

    private void rule(RuleTrace trace) {
        out.append("  ")
                .append(trace.rule().id())
                .append("  ")
                .append(phrases.choice(trace.outcome()))
                .append("  ")
                .append(trace.rule().place())
                .append('\n');
        for (ConditionTrace condition :
                trace.conditions().stream().filter(ExplanationText::tells).toList()) {
            condition(TestText.condition(condition, language));
        }
    }

    private void condition(String text) {
        List<String> lines = Columns.wrap(text, WIDTH - 12);
        for (int i = 0; i < lines.size(); i++) {
            out.append(i == 0 ? "      " : "            ").append(lines.get(i)).append('\n');
        }
    }

    /** A pattern that found nothing tells something only if there was nothing to search. */
    private static boolean tells(ConditionTrace trace) {
        return trace.condition().kind() != RuleCondition.Kind.PATTERN || trace.searched() == 0;
    }

    private static boolean isConstraint(ConditionTrace trace) {
        return trace.condition().kind() == RuleCondition.Kind.CONSTRAINT
                && trace.condition().within() == null;
    }

    private void change(Explanation explanation) {
        if (explanation.blockerSets().stream().noneMatch(Set::isEmpty)) {
            heading("explain.blockers");
            explanation.blockerSets().forEach(set -> bullet(String.join(" + ", set)));
            if (explanation.blockerSets().stream().allMatch(ExplanationText::holdsWhatNobodyMayChange)) {
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
        out.append('\n').append(phrases.say(key)).append('\n');
    }

    private void ledger(String points, String text) {
        List<String> lines = Columns.wrap(text, WIDTH - POINTS - 2);
        for (int i = 0; i < lines.size(); i++) {
            out.append(Columns.padStart(i == 0 ? points : "", POINTS))
                    .append("  ")
                    .append(lines.get(i))
                    .append('\n');
        }
    }

    private void indented(String text) {
        Columns.wrap(text, WIDTH - POINTS - 4)
                .forEach(part -> out.append(" ".repeat(POINTS + 4)).append(part).append('\n'));
    }

    private void bullet(String text) {
        List<String> lines = Columns.wrap(text, WIDTH - 4);
        for (int i = 0; i < lines.size(); i++) {
            out.append(i == 0 ? "  - " : "    ").append(lines.get(i)).append('\n');
        }
    }

    private void line(String text) {
        Columns.wrap(text, WIDTH).forEach(part -> out.append(part).append('\n'));
    }
}
