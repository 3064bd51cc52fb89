package advisor.report.file;

import advisor.report.file.Citations.Entry;
import java.util.List;
import java.util.stream.Stream;

/** A document of tables and sentences, in one language: what its template fills in. */
record DocumentView(
        String lang,
        String title,
        String question,
        List<ReportView.Said> answer,
        List<Section> sections,
        List<Entry> sources,
        List<ReportView.Named> identity,
        String version) {

    boolean hasSources() {
        return !sources.isEmpty();
    }

    /**
     * A table under a heading, or sentences.
     *
     * @param columns headings; none of sentences
     */
    record Section(String heading, List<String> columns, List<Row> rows, List<String> sentences) {
        static Section table(String heading, List<String> columns, Stream<List<String>> rows) {
            return new Section(heading, columns, rows.map(Row::new).toList(), List.of());
        }

        static Section sentences(String heading, List<String> sentences) {
            return new Section(heading, List.of(), List.of(), sentences);
        }

        boolean hasRows() {
            return !rows.isEmpty();
        }

        boolean hasSentences() {
            return !sentences.isEmpty();
        }
    }

    record Row(List<String> cells) {}
}
