package advisor.http;

import org.jspecify.annotations.Nullable;

/**
 * How a server is started.
 *
 * @param host name or address to listen on
 * @param port 0 for any that is free
 * @param token what a client must show; {@code null} if nothing
 * @param editing whether rules may be written
 * @param limits how much it takes upon itself
 */
public record ServerOptions(String host, int port, @Nullable String token, boolean editing, Limits limits) {}
