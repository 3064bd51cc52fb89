package advisor.advice;

import advisor.facts.Finding;
import advisor.rules.session.Firing;
import advisor.rules.text.RuleDefinition;
import advisor.text.Text;
import advisor.words.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A finding as people read it: what a rule says, with its figures filled in, and where that comes from. Words and sources
 * are put together when somebody reads them.
 *
 * @param corrects what this reason corrects; {@code null} if nothing
 * @param published whether a citation was to be read on the day of the request
 */
public record Reason(Firing firing, @Nullable Correction corrects, Predicate<String> published) {
    /** Rules of this topic say that the founding documents do not judge an option, which is then not rejected either. */
    public static final String DOCUMENTS_TOPIC = "documents";

    private static final String MONEY_TOPIC = "budget";
    private static final Set<String> TRADE_TOPICS = Set.of("supply", "embargo");
    private static final String LICENCE_TOPIC = "licence";

    /** Weightiest first: kind, then points, then id and text. */
    public static final Comparator<Reason> BY_WEIGHT = Comparator.comparing(Reason::kind)
            .thenComparing(reason -> -Math.abs(reason.points()))
            .thenComparing(reason -> reason.rule().id())
            .thenComparing(reason -> reason.text().en());

    public RuleDefinition rule() {
        return firing.rule();
    }

    public Finding.Kind kind() {
        return firing.kind();
    }

    public int points() {
        return rule().points();
    }

    /** Whether it says that the founding documents do not judge the option at all. */
    boolean isLeftOutByDocuments() {
        return kind() == Finding.Kind.UNKNOWN && rule().topic().equals(DOCUMENTS_TOPIC);
    }

    /** Whether an authority or a maker of weights says it: what no money changes. */
    public boolean isOfAuthority() {
        return isOfTrade() || rule().topic().equals(LICENCE_TOPIC);
    }

    /** Whether it says whether this buyer may have the machine or the service at all, whichever model runs there. */
    public boolean isOfTrade() {
        return TRADE_TOPICS.contains(rule().topic());
    }

    /** Whether it speaks of what is due. */
    public boolean isOfMoney() {
        return rule().topic().equals(MONEY_TOPIC);
    }

    /** What it says in both languages, with its figures. */
    public Text text() {
        return Wording.sentence(rule().text(), firing.arguments());
    }

    /**
     * Citations of the rule and of the facts it matched, as far as they were to be read on the day. Where none was, the
     * thing itself is older than where it was read: then all.
     */
    public List<String> sources() {
        List<String> all = Stream.concat(rule().sources().stream(), firing.citations().stream())
                .distinct()
                .toList();
        List<String> known = all.stream().filter(published).toList();
        return known.isEmpty() ? all : known;
    }

    /**
     * A founding claim beside its correction.
     *
     * @param claim makes its sentence as it would have been said of this candidate
     */
    public record Correction(String rule, Supplier<@Nullable Text> claim) {
        /** What it would have said; {@code null} if it does not apply. */
        public @Nullable Text text() {
            return claim.get();
        }
    }
}
