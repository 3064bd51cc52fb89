package advisor.http.gate;

import advisor.http.call.ProblemException;
import advisor.text.Text;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a call names this server as its host. A page of another site whose name was made to lead here names that other
 * site, and is refused.
 */
final class HostCheck {
    private static final Pattern HOST = Pattern.compile("(?<name>\\[[0-9a-f:.]+]|[^\\[\\]:]+)(:(?<port>\\d{1,5}))?");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int STANDARD_PORT = 80;

    private final String listening;
    private final Set<String> names;

    HostCheck(ServerOptions options) {
        this.listening = bracketed(options.host().toLowerCase(Locale.ROOT));
        this.names = options.names();
    }

    /** @throws ProblemException if it names another */
    void check(Context context) {
        String host = String.valueOf(context.header("Host")).toLowerCase(Locale.ROOT);
        Matcher matcher = HOST.matcher(host);
        if (!matcher.matches() || !known(matcher, context)) {
            throw new ProblemException(
                    HttpStatus.MISDIRECTED_REQUEST,
                    new Text(
                            "The Host must be an address or a name under which this server was started.",
                            "Host 必须是服务器启动时的地址或名称。"));
        }
    }

    private boolean known(Matcher host, Context context) {
        String name = host.group("name");
        String port = host.group("port");
        int asked = port == null ? STANDARD_PORT : Integer.parseInt(port);
        return names.contains(name)
                || asked == context.req().getLocalPort()
                        && (LOOPBACK.contains(name) || name.equals(listening) || name.equals(ownAddress(context)));
    }

    /** The address at which the connection arrived: no name, so nobody else's to give away. */
    private static String ownAddress(Context context) {
        return bracketed(context.req().getLocalAddr());
    }

    private static String bracketed(String address) {
        return address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
    }
}
