package advisor.report.words;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Verdict;
import advisor.facts.Finding;
import advisor.facts.offer.OptionKind;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Options that only the budget keeps out. */
final class OnlyDear {
    private OnlyDear() {}

    /** The one for which the least money must be found. */
    static Optional<OptionVerdict> least(Advice advice) {
        return leastOf(advice, option -> true);
    }

    /** The same of some alone. */
    static Optional<OptionVerdict> leastOf(Advice advice, Predicate<OptionVerdict> asked) {
        return advice.rejected().stream()
                .filter(option -> is(option) && asked.test(option))
                .min(Comparator.comparing(option ->
                        Objects.requireNonNull(option.best().candidate().cost().likelyOutlay())));
    }

    static boolean is(OptionVerdict option) {
        Verdict best = option.best();
        return best.reasons(Finding.Kind.UNKNOWN).isEmpty()
                && (option.option().kind() == OptionKind.API
                        || best.candidate().lacks().isEmpty())
                && best.obstacles().stream().allMatch(Reason::isOfMoney);
    }
}
