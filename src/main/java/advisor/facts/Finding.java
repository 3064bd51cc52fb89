package advisor.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule states: of one candidate, or of the question as a whole. Two findings are the same if rule, candidate and
 * the facts they are about are the same.
 */
public sealed interface Finding {

    /** The id of the rule that states it: {@code <file>/<slug>}. */
    String rule();

    Kind kind();

    /** What a finding does to a verdict. */
    enum Kind {
        /** The candidate is out, whatever its points. */
        BLOCKER,
        /** Something that must be known to decide is not. */
        UNKNOWN,
        /** Costs points. */
        CONCERN,
        /** Earns points. */
        MERIT,
        /** Worth saying, no points. */
        NOTE
    }

    /** A finding on one candidate. */
    record OnCandidate(String rule, Kind kind, Candidate candidate, List<Object> about) implements Finding {
        /** As a record has it; written out, because the engine asks each finding several times. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OnCandidate that
                    && that.rule.equals(rule)
                    && that.kind == kind
                    && that.candidate.equals(candidate)
                    && that.about.equals(about);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * rule.hashCode() + candidate.hashCode()) + about.hashCode();
        }
    }

    /** A note on the question as a whole. */
    record OnRequest(String rule, List<Object> about) implements Finding {
        @Override
        public Kind kind() {
            return Kind.NOTE;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OnRequest that && that.rule.equals(rule) && that.about.equals(about);
        }

        @Override
        public int hashCode() {
            return 31 * rule.hashCode() + about.hashCode();
        }
    }

    static Finding blocker(String rule, Candidate candidate, Object... about) {
        return new OnCandidate(rule, Kind.BLOCKER, candidate, List.of(about));
    }

    static Finding unknown(String rule, Candidate candidate, Object... about) {
        return new OnCandidate(rule, Kind.UNKNOWN, candidate, List.of(about));
    }

    static Finding concern(String rule, Candidate candidate, Object... about) {
        return new OnCandidate(rule, Kind.CONCERN, candidate, List.of(about));
    }

    static Finding merit(String rule, Candidate candidate, Object... about) {
        return new OnCandidate(rule, Kind.MERIT, candidate, List.of(about));
    }

    static Finding note(String rule, Candidate candidate, Object... about) {
        return new OnCandidate(rule, Kind.NOTE, candidate, List.of(about));
    }

    static Finding remark(String rule, Object... about) {
        return new OnRequest(rule, List.of(about));
    }
}
