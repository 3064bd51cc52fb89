package advisor.audit;

import advisor.audit.record.DamagedRecordException;
import advisor.audit.record.Opening;
import advisor.audit.record.Places;
import advisor.audit.record.Recording;
import advisor.audit.record.Seal;
import advisor.audit.record.StoredRecord;
import advisor.audit.record.Versions;
import advisor.rules.RuleBook;
import advisor.rules.RuleLoader;
import advisor.rules.compile.RuleCompiler;
import advisor.rules.session.Patience;
import advisor.rules.text.RuleTexts;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * What became of running a record again.
 *
 * @param same whether it gave the same bytes
 * @param recorded versions that the record was made with
 * @param difference of the answers
 * @param places all that differs, as JSON pointers
 */
public record Replay(
        String name, String sha256, boolean same, Versions recorded, Difference difference, List<String> places) {
    /**
     * Runs a record again, from its own texts alone.
     *
     * @param reveal openings of its masked fields
     * @throws DamagedRecordException if it is not what was once written
     * @throws advisor.request.BadRequestException if a masked field is not opened, or if another edition made it
     * @throws advisor.text.LoadException if its rules or catalog do not load in this version of the advisor
     */
    public static Replay of(StoredRecord stored, Collection<Opening> reveal, RuleCompiler compiler, Patience patience) {
        return of(stored, reveal, texts -> RuleLoader.of(texts, compiler), patience);
    }

    /**
     * As {@link #of(StoredRecord, Collection, RuleCompiler, Patience)}.
     *
     * @param rules makes a rule book of the record's own texts, and may have compiled the same texts before
     */
    public static Replay of(
            StoredRecord stored, Collection<Opening> reveal, Function<RuleTexts, RuleBook> rules, Patience patience) {
        StoredRecord record = stored.orThrow();
        byte[] bytes = Seal.sealed(Recording.again(record, reveal, rules, patience));
        boolean same = Arrays.equals(bytes, record.bytes());
        StoredRecord again = same ? record : StoredRecord.of(record.name(), bytes);
        return new Replay(
                record.name(),
                record.sha256(),
                same,
                Versions.of(record.document().path("versions")),
                Difference.between(record.document(), again.document()),
                Places.differing(record.document(), again.document()));
    }
}
