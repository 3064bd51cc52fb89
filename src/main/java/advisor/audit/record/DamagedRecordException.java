package advisor.audit.record;

import advisor.text.Language;
import advisor.text.Text;
import java.util.List;
import java.util.stream.Collectors;

/** A record is not what was once written. Carries every fault that was found in it. */
public final class DamagedRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Text> faults;

    DamagedRecordException(List<Text> faults) {
        super(lines(faults, Language.EN));
        this.faults = List.copyOf(faults);
    }

    /** All faults, a line each. */
    public String message(Language language) {
        return lines(faults, language);
    }

    private static String lines(List<Text> faults, Language language) {
        return faults.stream().map(fault -> fault.in(language)).collect(Collectors.joining(System.lineSeparator()));
    }
}
