package advisor.audit;

import advisor.audit.record.DamagedRecordException;
import advisor.audit.record.Opening;
import advisor.audit.record.Recording;
import advisor.audit.record.StoredRecord;
import advisor.catalog.Catalog;
import advisor.rules.RuleBook;
import java.util.Collection;

/** A record beside another, or beside what other rules and another catalog answer to its question. */
public final class RecordDiff {
    private RecordDiff() {}

    /**
     * Compares.
     *
     * @param reveal openings of the record's masked fields
     * @throws DamagedRecordException if the record is not what was once written
     * @throws advisor.request.BadRequestException if a masked field is not opened
     * @throws advisor.text.UnknownNameException if the catalog has no such model any more
     */
    public static Difference of(StoredRecord stored, Collection<Opening> reveal, Catalog catalog, RuleBook rules) {
        StoredRecord record = stored.orThrow();
        return Difference.between(record.document(), Recording.answer(record, reveal, catalog, rules));
    }

    /**
     * Compares what two records say; no rule is run.
     *
     * @throws DamagedRecordException if one of them is not what was once written
     */
    public static Difference of(StoredRecord before, StoredRecord after) {
        return Difference.between(before.orThrow().document(), after.orThrow().document());
    }
}
