package advisor.advice;

import advisor.model.Language;
import advisor.model.Text;
import java.util.List;
import java.util.stream.Collectors;

/** A request that cannot be answered. Carries everything that is wrong with it, in both languages. */
public final class BadRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Text> faults;

    public BadRequestException(List<Text> faults) {
        super(lines(faults, Language.EN));
        this.faults = faults;
    }

    public List<Text> faults() {
        return faults;
    }

    /** All faults, a line or two each. */
    public String message(Language language) {
        return lines(faults, language);
    }

    private static String lines(List<Text> faults, Language language) {
        return faults.stream().map(fault -> fault.in(language)).collect(Collectors.joining(System.lineSeparator()));
    }
}
