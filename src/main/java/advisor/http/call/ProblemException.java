package advisor.http.call;

import advisor.request.FieldFault;
import advisor.text.Text;
import io.javalin.http.HttpStatus;
import java.util.List;

/** A call that is answered with a status of its own, and with what is wrong. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient List<FieldFault> faults;

    public ProblemException(HttpStatus status, Text fault) {
        this(status, List.of(new FieldFault(null, fault)));
    }

    public ProblemException(HttpStatus status, List<FieldFault> faults) {
        super(status.getMessage());
        this.status = status;
        this.faults = faults;
    }

    HttpStatus status() {
        return status;
    }

    List<FieldFault> faults() {
        return faults;
    }
}
