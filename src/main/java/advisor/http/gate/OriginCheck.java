package advisor.http.gate;

import advisor.http.call.ProblemException;
import advisor.text.Text;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps pages of other sites from asking and writing in a visitor's name. */
final class OriginCheck {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    /** A proxy may add TLS before this server. */
    private static final List<String> OWN_SCHEMES = List.of("http://", "https://");

    private static final String WRITING_HEADER = "X-Requested-With";

    private final @Nullable String named;

    /** @param named the one other origin whose pages may ask; they may not write */
    OriginCheck(@Nullable String named) {
        this.named = named;
    }

    /** Lets the named origin read answers, and says whether the call is a browser's question if it may ask. */
    boolean preflight(Context context) {
        if (!fromNamed(context)) {
            return false;
        }
        context.header("Access-Control-Allow-Origin", String.valueOf(named)).header("Vary", "Origin");
        if (!method(context).equals("OPTIONS") || context.header("Access-Control-Request-Method") == null) {
            return false;
        }
        context.header("Access-Control-Allow-Methods", "GET, POST")
                .header("Access-Control-Allow-Headers", "Content-Type, Authorization, X-Request-Id, Accept-Language")
                .header("Access-Control-Max-Age", "600");
        return true;
    }

    /** @throws ProblemException if a page of another site sent the call and it does more than read */
    void check(Context context) {
        if (READING.contains(method(context))) {
            return;
        }
        boolean writing = !method(context).equals("POST");
        if (!ownSite(context) && (writing || !fromNamed(context))) {
            throw refusal("Only pages of this server may send this.", "只接受本服务器页面的请求。");
        }
        if (writing && !"advisor".equals(context.header(WRITING_HEADER))) {
            throw refusal(
                    "A write must have the header X-Requested-With: advisor.", "写操作必须带有请求头 X-Requested-With: advisor。");
        }
    }

    private static boolean ownSite(Context context) {
        String origin = context.header("Origin");
        String site = context.header("Sec-Fetch-Site");
        return (origin == null
                        || OWN_SCHEMES.stream()
                                .anyMatch(scheme -> origin.equalsIgnoreCase(scheme + context.header("Host"))))
                && (site == null || OWN_SITE.contains(site));
    }

    private boolean fromNamed(Context context) {
        return named != null && named.equals(context.header("Origin"));
    }

    private static String method(Context context) {
        return context.req().getMethod();
    }

    private static ProblemException refusal(String en, String zh) {
        return new ProblemException(HttpStatus.FORBIDDEN, new Text(en, zh));
    }
}
