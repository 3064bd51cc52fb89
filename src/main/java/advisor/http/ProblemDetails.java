package advisor.http;

import advisor.advice.BadRequestException;
import advisor.catalog.UnknownNameException;
import advisor.model.Language;
import advisor.model.LoadException;
import advisor.model.Text;
import advisor.report.JsonReport;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;

/** What went wrong, as a problem detail after RFC 9457: the faults in both languages. */
final class ProblemDetails {
    private static final String MEDIA_TYPE = "application/problem+json";

    void addTo(RoutesConfig routes) {
        routes.exception(BadRequestException.class, (e, context) -> answer(context, e.faults()));
        routes.exception(
                UnknownNameException.class,
                (e, context) -> answer(context, List.of(new Text(e.message(Language.EN), e.message(Language.ZH)))));
        routes.exception(
                LoadException.class,
                (e, context) -> answer(
                        context,
                        e.problems().stream()
                                .map(problem -> new Text(problem.toString(), problem.toString()))
                                .toList()));
    }

    private static void answer(Context context, List<Text> faults) {
        HttpStatus status = HttpStatus.BAD_REQUEST;
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("title", status.getMessage()).put("status", status.getCode());
        ArrayNode errors = node.putArray("errors");
        faults.forEach(fault ->
                errors.addObject().putObject("text").put("en", fault.en()).put("zh", fault.zh()));
        context.status(status).contentType(MEDIA_TYPE).result(JsonReport.print(node));
    }
}
