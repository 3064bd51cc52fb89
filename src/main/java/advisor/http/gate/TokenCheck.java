package advisor.http.gate;

import advisor.http.call.ProblemException;
import advisor.text.Text;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Whether a call shows the token. The page's files need none: they say nothing that the program's jar does not. */
public final class TokenCheck {
    private static final String SCHEME = "Bearer ";

    private final byte @Nullable [] token;

    public TokenCheck(@Nullable String token) {
        this.token = token == null ? null : token.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws ProblemException if it must show the token and does not */
    void check(Context context) {
        if (needsToken(context.path()) && !shown(context)) {
            context.header("WWW-Authenticate", "Bearer");
            throw new ProblemException(
                    HttpStatus.UNAUTHORIZED,
                    new Text(
                            "The header Authorization must be \"Bearer\" and the token.",
                            "请求头 Authorization 必须为“Bearer”加令牌。"));
        }
    }

    /** Whether a call shows the token, or there is none to show. */
    public boolean shown(Context context) {
        String header = context.header("Authorization");
        return token == null || header != null && header.startsWith(SCHEME) && right(header);
    }

    private boolean right(String header) {
        byte[] given = header.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(token, given);
    }

    private static boolean needsToken(String path) {
        return isApi(path) && !path.equals("/api/health");
    }

    /** Whether a path is of the API or for agents, and no file of the page whose name begins alike. */
    public static boolean isApi(String path) {
        return (path + "/").startsWith("/api/") || (path + "/").startsWith("/mcp/");
    }
}
