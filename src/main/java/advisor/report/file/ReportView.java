package advisor.report.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An advice as a report shows it, in one language: what its templates fill in.
 *
 * @param beyondPage how many options one page leaves out; {@code null} if none
 * @param out why the rest is out, a sentence for each reason, as many as one page holds
 */
record ReportView(
        String lang,
        String title,
        String question,
        List<String> alarms,
        List<Said> answer,
        List<Option> viable,
        @Nullable String beyondPage,
        List<String> out,
        CostCharts.@Nullable Ranges costRanges,
        CostCharts.@Nullable Courses costCourses,
        List<Group> groups,
        List<Reason> notes,
        List<String> uncertain,
        List<Citations.Entry> sources,
        List<Named> identity,
        String version) {

    boolean hasViable() {
        return !viable.isEmpty();
    }

    boolean hasOut() {
        return !out.isEmpty();
    }

    boolean hasNotes() {
        return !notes.isEmpty();
    }

    /** What the answer says to one question. */
    record Said(String name, List<String> sentences) {}

    /** An option that works, with its ledger. */
    record Option(
            int rank,
            String anchor,
            String id,
            String title,
            String stanceId,
            String stance,
            int score,
            int start,
            String facts,
            String cost,
            List<Entry> entries,
            LedgerChart ledger,
            @Nullable MemoryChart memory,
            List<String> variants) {
        boolean hasVariants() {
            return !variants.isEmpty();
        }
    }

    /**
     * A line of a ledger.
     *
     * @param founding what the founding documents say instead
     */
    record Entry(
            String points, String text, @Nullable String founding, String rule, List<Citations.Citation> citations) {
        List<Integer> numbers() {
            return Citations.numbers(citations);
        }
    }

    /** Options that do not work, under one heading. */
    record Group(String anchor, String heading, String caption, List<Decided> options) {}

    record Decided(String id, String title, List<Reason> reasons) {}

    record Reason(String text, List<Citations.Citation> citations) {
        List<Integer> numbers() {
            return Citations.numbers(citations);
        }
    }

    record Named(String name, String value) {}
}
