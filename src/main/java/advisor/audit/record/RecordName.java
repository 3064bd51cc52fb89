package advisor.audit.record;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a record in a folder: its number and its decision, {@code 000001-d-0123456789abcdef.json.gz}; without the end
 * {@code .gz} until records were packed.
 *
 * @param sequence from 1
 */
public record RecordName(long sequence, String decisionId) implements Comparable<RecordName> {
    private static final Pattern FORM = Pattern.compile("(\\d{6,18})-([a-z]-[0-9a-f]+)\\.json(?:\\.gz)?");
    private static final Comparator<RecordName> IN_ORDER =
            Comparator.comparingLong(RecordName::sequence).thenComparing(RecordName::decisionId);

    /** The name of a file; none if it is no record's. */
    public static Optional<RecordName> of(Path file) {
        Matcher matcher = FORM.matcher(String.valueOf(file.getFileName()));
        return matcher.matches()
                ? Optional.of(new RecordName(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    public String text() {
        return String.format(Locale.ROOT, "%06d-%s.json" + Packing.SUFFIX, sequence, decisionId);
    }

    @Override
    public int compareTo(RecordName other) {
        return IN_ORDER.compare(this, other);
    }
}
