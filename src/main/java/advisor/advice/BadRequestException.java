package advisor.advice;

import java.util.List;

/** A request that cannot be answered. Carries everything that is wrong with it. */
public final class BadRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    public BadRequestException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
        this.faults = faults;
    }

    public List<String> faults() {
        return faults;
    }
}
