package advisor.rules.text;

import advisor.text.Problem;
import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.RuleDescr;

/** Collects what is wrong with one rule file. */
public final class Faults {
    private final RuleFile file;
    private final List<Fault> found = new ArrayList<>();

    public Faults(RuleFile file) {
        this.file = file;
    }

    /** A fault at a place; line 0 means the whole file, column 0 the whole line. */
    public void add(Check check, String rule, int line, int column, String message, String hint) {
        int shown = Math.max(0, Math.min(line, file.lines().size()));
        String excerpt = shown == 0 ? "" : file.lines().get(shown - 1);
        found.add(new Fault(check, rule, excerpt, new Problem(file.path(), shown, column, message, hint)));
    }

    public void addAll(List<Fault> faults) {
        found.addAll(faults);
    }

    /** A fault at a text, looked for from a line on; at that line if it is not found. */
    public void addAt(Check check, String rule, RuleFile.Span span, String text, String message, String hint) {
        RuleFile.Place place = file.find(text, span);
        add(check, rule, place.line(), place.column(), message, hint);
    }

    public void addAt(Check check, RuleDescr rule, String text, String message, String hint) {
        addAt(check, rule.getName(), RuleFile.Span.of(rule), text, message, hint);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public int size() {
        return found.size();
    }

    public List<Fault> all() {
        return List.copyOf(found);
    }
}
