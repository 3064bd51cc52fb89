package advisor.http;

import advisor.advice.BadRequestException;
import advisor.advice.FieldFault;
import advisor.catalog.UnknownNameException;
import advisor.model.Text;
import advisor.report.JsonReport;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** What went wrong, as a problem detail after RFC 9457: the faults in both languages. */
final class ProblemDetails {
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final List<FieldFault> SLOW =
            List.of(new FieldFault(null, new Text("The answer took longer than a call may take.", "计算超出单次调用的时限。")));

    void addTo(RoutesConfig routes) {
        routes.exception(
                BadRequestException.class, (e, context) -> answer(context, HttpStatus.BAD_REQUEST, e.fieldFaults()));
        routes.exception(UnknownNameException.class, ProblemDetails::unknown);
        routes.exception(ProblemException.class, (e, context) -> answer(context, e.status(), e.faults()));
        routes.exception(TimeoutException.class, (e, context) -> answer(context, HttpStatus.SERVICE_UNAVAILABLE, SLOW));
    }

    /** What the path names and is not there is not found; what the body names is a fault of the body. */
    private static void unknown(UnknownNameException unknown, Context context) {
        boolean inPath = context.pathParamMap().containsKey(unknown.kind());
        answer(
                context,
                inPath ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST,
                List.of(new FieldFault(unknown.kind(), unknown.text())));
    }

    private static void answer(Context context, HttpStatus status, List<FieldFault> faults) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("title", status.getMessage()).put("status", status.getCode());
        ArrayNode errors = node.putArray("errors");
        faults.forEach(fault -> errors.addObject()
                .put("field", fault.field())
                .putObject("text")
                .put("en", fault.text().en())
                .put("zh", fault.text().zh()));
        context.status(status).contentType(MEDIA_TYPE).result(JsonReport.print(node));
    }
}
