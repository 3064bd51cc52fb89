package advisor.request;

import advisor.text.Language;
import advisor.text.Text;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request that cannot be answered. Carries everything that is wrong with it, in both languages. */
public final class BadRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldFault> faults;

    /** Faults of no one field. */
    public BadRequestException(List<Text> faults) {
        this(faults.stream().map(fault -> new FieldFault(null, fault)).toList(), Language.EN);
    }

    private BadRequestException(List<FieldFault> faults, Language language) {
        super(lines(faults, language));
        this.faults = faults;
    }

    /** Faults that name their fields. */
    public static BadRequestException of(List<FieldFault> faults) {
        return new BadRequestException(faults, Language.EN);
    }

    /** One fault. */
    public static BadRequestException of(@Nullable String field, Text fault) {
        return of(List.of(new FieldFault(field, fault)));
    }

    public List<Text> faults() {
        return faults.stream().map(FieldFault::text).toList();
    }

    public List<FieldFault> fieldFaults() {
        return faults;
    }

    /** All faults, a line or two each. */
    public String message(Language language) {
        return lines(faults, language);
    }

    private static String lines(List<FieldFault> faults, Language language) {
        return faults.stream()
                .map(fault -> fault.text().in(language))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
