package advisor.http.gate;

import advisor.http.call.ProblemException;
import advisor.text.Text;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** What a call must pass before any route sees it. */
public final class Gate {
    private final HostCheck hosts;
    private final OfferedMethods methods;
    private final OriginCheck origins;
    private final TokenCheck token;

    public Gate(ServerOptions options, TokenCheck token, OfferedMethods methods) {
        this.methods = methods;
        this.hosts = new HostCheck(options);
        this.origins = new OriginCheck(options.cors());
        this.token = token;
    }

    public void addTo(RoutesConfig routes) {
        routes.before(this::check);
    }

    private void check(Context context) {
        refuseOtherMethod(context);
        hosts.check(context);
        if (origins.preflight(context)) {
            context.status(HttpStatus.NO_CONTENT).skipRemainingHandlers();
            return;
        }
        methods.check(context);
        origins.check(context);
        token.check(context);
    }

    /** The router would obey that header, and all that is checked here by the method would check another one. */
    private static void refuseOtherMethod(Context context) {
        if (context.header("X-HTTP-Method-Override") != null) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    new Text("X-HTTP-Method-Override is not obeyed.", "不支持 X-HTTP-Method-Override。"));
        }
    }
}
