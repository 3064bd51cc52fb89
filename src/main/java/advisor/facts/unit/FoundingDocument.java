package advisor.facts.unit;

import advisor.text.Text;
import java.util.Collection;

/** One of the two documents whose judgement the founding lens repeats. */
public enum FoundingDocument {
    BUDGET_NOTE("budget-note-2025", new Text("The budget note", "预算说明")),
    POST("flintylemming-2025", new Text("The post of 2025-02-11", "2025-02-11 的博文"));

    private final String source;
    private final Text title;

    FoundingDocument(String source, Text title) {
        this.source = source;
        this.title = title;
    }

    public Text title() {
        return title;
    }

    /** Whether any of these citations is of a place in it. */
    public boolean citedBy(Collection<String> citations) {
        return citations.stream().map(Source::idOf).anyMatch(source::equals);
    }
}
