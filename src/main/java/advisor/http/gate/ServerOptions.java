package advisor.http.gate;

import advisor.http.call.Limits;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a server is started.
 *
 * @param host name or address to listen on
 * @param port 0 for any that is free
 * @param token what a client must show; {@code null} if nothing
 * @param editing whether rules may be written
 * @param names further names, in lower case, that calls may address it by
 * @param cors the one other origin whose pages may ask; {@code null} for none
 * @param limits how much it takes upon itself
 * @param log takes a line for each call, and faults of the program
 */
public record ServerOptions(
        String host,
        int port,
        @Nullable String token,
        boolean editing,
        Set<String> names,
        @Nullable String cors,
        Limits limits,
        Consumer<String> log) {
    public ServerOptions {
        names = Set.copyOf(names);
    }

    /** The same within other limits. */
    public ServerOptions within(Limits other) {
        return new ServerOptions(host, port, token, editing, names, cors, other, log);
    }

    /** The same with a log. */
    public ServerOptions loggingTo(Consumer<String> lines) {
        return new ServerOptions(host, port, token, editing, names, cors, limits, lines);
    }

    /** The same with another origin whose pages may ask. */
    ServerOptions withCors(String origin) {
        return new ServerOptions(host, port, token, editing, names, origin, limits, log);
    }

    /** The same under further names. */
    ServerOptions named(Set<String> further) {
        return new ServerOptions(host, port, token, editing, further, cors, limits, log);
    }
}
