package advisor.http;

import advisor.model.Text;
import advisor.request.FieldFault;
import io.javalin.http.HttpStatus;
import java.util.List;

/** A call that is answered with a status of its own, and with what is wrong. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient List<FieldFault> faults;

    ProblemException(HttpStatus status, Text fault) {
        this(status, List.of(new FieldFault(null, fault)));
    }

    ProblemException(HttpStatus status, List<FieldFault> faults) {
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
