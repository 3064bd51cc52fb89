package advisor.rules.text;

import advisor.facts.Ceiling;
import advisor.facts.Finding;
import advisor.facts.Lens;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule file says of one rule beside its conditions.
 *
 * @param id the rule's name: {@code <topic>/<slug>}
 * @param kind what it states
 * @param points what the finding adds to a score; zero for kinds that carry none
 * @param atMost the best stance that it leaves to a candidate; {@code null} for any
 * @param sources citations: {@code <source id>} or {@code <source id>#<place>}
 * @param text the reason in both languages, with {@code {binding.path}} placeholders
 * @param lens the only lens in which it speaks; {@code null} for both
 * @param corrects the id of the founding rule that this one corrects
 * @param since the first as-of date on which it can be known; {@code null} if always
 * @param exceptions checks that it asks to be excused from, each with a reason: {@code literal: why}
 * @param line where the rule starts; the first line is 1
 */
public record RuleDefinition(
        String id,
        String folder,
        String file,
        int line,
        int endLine,
        Finding.Kind kind,
        int points,
        @Nullable Ceiling atMost,
        List<String> sources,
        Text text,
        @Nullable Lens lens,
        @Nullable String corrects,
        @Nullable LocalDate since,
        List<String> exceptions) {

    /** The concern it belongs to: the part of the id before the slash. */
    public String topic() {
        return id.substring(0, Math.max(0, id.indexOf('/')));
    }

    /** {@code rules/memory.drl:12}; another folder by the name it was given. */
    public String place() {
        return folder + "/" + file + ":" + line;
    }

    /** Whether it speaks under a lens. */
    public boolean speaksUnder(Lens asked) {
        return lens == null || lens == asked;
    }

    /** Whether it could be known on a day. */
    public boolean knownOn(LocalDate day) {
        return since == null || !day.isBefore(since);
    }
}
