package advisor.http.route;

import advisor.http.call.Answer;
import advisor.http.call.Asking;
import advisor.http.call.JsonBody;
import advisor.http.call.Pace;
import advisor.http.call.RequestReader;
import advisor.http.call.Work;
import advisor.report.text.SideBySideText;
import advisor.request.BadRequestException;
import advisor.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code POST /api/comparisons}: options beside each other. */
public final class ComparisonRoutes {
    private static final int MOST_OPTIONS = 8;
    private static final String OPTIONS = "options";
    private static final String REQUEST = "request";

    private final RequestReader requests;
    private final Work work;

    public ComparisonRoutes(RequestReader requests, Work work) {
        this.requests = requests;
        this.work = work;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/api/comparisons", work.within(Pace.SLOW, this::compare));
    }

    private Callable<Answer> compare(Context context) {
        ObjectNode body = JsonBody.only(JsonBody.object(context), OPTIONS, REQUEST);
        Asking asking = requests.read(context, JsonBody.part(body, REQUEST));
        List<String> options = options(body.path(OPTIONS));
        asking.refuseUnknown(options, OPTIONS);
        return () -> Answer.json(SideBySideText.json(asking.comparer(options).compare(options)));
    }

    private static List<String> options(JsonNode node) {
        List<String> options =
                node.valueStream().map(JsonNode::asText).distinct().toList();
        if (!node.isArray() || options.size() < 2 || options.size() > MOST_OPTIONS || options.size() < node.size()) {
            throw BadRequestException.of(
                    OPTIONS,
                    new Text(
                            "The options must be a list of 2 to %s different ids.".formatted(MOST_OPTIONS),
                            "options 必须是 2 至 %s 个不同 id 的列表。".formatted(MOST_OPTIONS)));
        }
        return options;
    }
}
