package advisor.workshop;

import advisor.workshop.LintFile.Level;
import java.util.List;

/**
 * All that the checks found in a folder of rules.
 *
 * @param rules how many rules were read; 0 if the files do not load
 * @param notices in the order of their places
 */
public record CheckReport(int rules, List<Notice> notices) {
    public boolean hasErrors() {
        return count(Level.ERROR) > 0;
    }

    public long count(Level level) {
        return notices.stream().filter(notice -> notice.level() == level).count();
    }
}
