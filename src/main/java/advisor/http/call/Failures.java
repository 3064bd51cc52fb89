package advisor.http.call;

import advisor.request.BadRequestException;
import advisor.request.FieldFault;
import advisor.rules.session.RuleFailure;
import advisor.text.LoadException;
import advisor.text.Text;
import advisor.text.UnknownNameException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Answers calls that fail with problem details. */
public final class Failures {
    private static final String RETRY_SECONDS = "1";
    private static final Text SLOW = new Text(
            "The answer took longer than a call may take. Ask for less, or try again later.",
            "计算超出单次调用的时限。请缩小请求，或稍后重试。");

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--([a-z][a-z-]*)");

    private final ServerLog log;

    public Failures(ServerLog log) {
        this.log = log;
    }

    public void addTo(RoutesConfig routes) {
        routes.exception(BadRequestException.class, (e, context) -> answer(context, 400, e.fieldFaults()));
        routes.exception(UnknownNameException.class, (e, context) -> unknown(e, context));
        routes.exception(
                LoadException.class, (e, context) -> answer(context, ProblemDetails.ofFiles(422, e.problems())));
        routes.exception(ProblemException.class, this::refused);
        routes.exception(TimeoutException.class, (e, context) -> slow(context, SLOW));
        routes.exception(RuleFailure.class, this::failed);
        routes.exception(HttpResponseException.class, this::standard);
        routes.exception(Exception.class, this::unexpected);
    }

    /** What the path names and is not there is not found; what the body names is a fault of the body. */
    private static void unknown(UnknownNameException unknown, Context context) {
        boolean inPath = context.pathParamMap().containsKey(unknown.kind());
        answer(context, inPath ? 404 : 400, List.of(new FieldFault(unknown.kind(), unknown.text())));
    }

    private void refused(ProblemException e, Context context) {
        if (e.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            busy(context, e.faults());
        } else {
            answer(context, e.status().getCode(), e.faults());
        }
    }

    private static void slow(Context context, Text why) {
        context.header("Retry-After", RETRY_SECONDS);
        answer(
                context,
                new ProblemDetails(503, ProblemDetails.TOO_SLOW, List.of(new FieldFault(null, why)), List.of()));
    }

    private void failed(RuleFailure e, Context context) {
        if (e.isLate()) {
            log.line("%s late: %s".formatted(RequestIds.of(context), e.text().en()));
            slow(context, e.text());
            return;
        }
        log.failure(RequestIds.of(context), e);
        answer(context, 500, List.of(new FieldFault(null, e.text())));
    }

    private static void busy(Context context, List<FieldFault> faults) {
        context.header("Retry-After", RETRY_SECONDS);
        answer(context, 503, faults);
    }

    private void standard(HttpResponseException e, Context context) {
        String methods =
                e.getDetails().getOrDefault("availableMethods", e.getDetails().get("Available methods"));
        if (methods != null) {
            context.header("Allow", methods);
        }
        answer(context, e.getStatus(), List.of());
    }

    private void unexpected(Exception e, Context context) {
        log.failure(RequestIds.of(context), e);
        answer(context, 500, List.of());
    }

    private static void answer(Context context, int status, List<FieldFault> faults) {
        answer(
                context,
                new ProblemDetails(status, faults.stream().map(Failures::ofApi).toList()));
    }

    /** Fields are called by their names here, and lists by their paths, and not by what shows them in a terminal. */
    private static FieldFault ofApi(FieldFault fault) {
        Text text = fault.text();
        return new FieldFault(fault.field(), new Text(ofApi(text.en()), ofApi(text.zh())), fault.line());
    }

    private static String ofApi(String text) {
        return OPTION.matcher(text).replaceAll("$1").replace("advisor models", "/api/models");
    }

    private static void answer(Context context, ProblemDetails problem) {
        String body = problem.json(ProblemDetails.language(context.header("Accept-Language")), RequestIds.of(context));
        context.status(problem.status())
                .contentType(ProblemDetails.MEDIA_TYPE)
                .result(body.getBytes(StandardCharsets.UTF_8));
    }
}
