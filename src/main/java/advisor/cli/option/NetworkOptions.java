package advisor.cli.option;

import advisor.http.call.Limits;
import advisor.http.gate.ServerOptions;
import advisor.request.BadRequestException;
import advisor.text.Text;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a server is reached, and by whom. */
public final class NetworkOptions {
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.-]+");

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on; 0 for any that is free; default: 8080.")
    private int port = 8080;

    @Option(
            names = "--health-port",
            paramLabel = "N",
            description =
                    "Port that tells /health and /ready and nothing else, however busy the server is; default: none.")
    private @Nullable Integer healthPort;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen on; default: 127.0.0.1. Any but a loopback address needs --token-file.")
    private String host = "127.0.0.1";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with the token that clients of the API must show; readable by its owner alone.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--host-name",
            paramLabel = "NAME",
            description = "Further name under which clients reach the server, as behind a proxy; may be repeated.")
    private List<String> names = List.of();

    @Option(
            names = "--cors",
            paramLabel = "ORIGIN",
            description = "Other origin whose pages may ask, as https://example.org; default: none.")
    private @Nullable String cors;

    @Option(names = "--no-access-log", negatable = true, description = "Write no line for each call to standard error.")
    private boolean accessLog = true;

    /**
     * All that was named, checked.
     *
     * @param log takes the lines of the log
     * @throws BadRequestException with every fault
     */
    public ServerOptions serverOptions(boolean editing, Consumer<String> log) {
        List<Text> faults = faults();
        if (!faults.isEmpty()) {
            throw new BadRequestException(faults);
        }
        return new ServerOptions(
                host,
                port,
                tokenFile == null ? null : TokenFile.read(tokenFile),
                editing,
                lowerCase(names),
                cors,
                Limits.ofMachine(),
                accessLog ? log : line -> {});
    }

    /** {@code null} if none is wanted. */
    public @Nullable Integer healthPort() {
        return healthPort;
    }

    private List<Text> faults() {
        List<Text> faults = new ArrayList<>();
        addIfNone("port", port, faults);
        addIfNone("health-port", healthPort == null ? 0 : healthPort, faults);
        if (tokenFile == null && !loopback()) {
            faults.add(new Text(
                    "The host (%s) is no loopback address of this machine, so a token is needed.%nMaybe --token-file FILE?"
                            .formatted(host),
                    "host（%s）不是本机回环地址，必须使用令牌。%n可用：--token-file FILE".formatted(host)));
        }
        if (cors != null && !ORIGIN.matcher(cors).matches()) {
            faults.add(new Text(
                    "The cors (%s) must be one origin, as https://example.org.".formatted(cors),
                    "cors（%s）必须是一个来源，例如 https://example.org。".formatted(cors)));
        }
        names.stream()
                .filter(name -> !NAME.matcher(name).matches())
                .forEach(name -> faults.add(new Text(
                        "The host-name (%s) must be a name without a port.".formatted(name),
                        "host-name（%s）必须是不含端口的名称。".formatted(name))));
        return faults;
    }

    private static void addIfNone(String field, int port, List<Text> faults) {
        if (port < 0 || port > HIGHEST_PORT) {
            faults.add(new Text(
                    "The %s (%s) must be 0 to %s.".formatted(field, port, HIGHEST_PORT),
                    "%s（%s）必须为 0 至 %s。".formatted(field, port, HIGHEST_PORT)));
        }
    }

    private boolean loopback() {
        try {
            return !host.isBlank() && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static Set<String> lowerCase(List<String> names) {
        Set<String> lower = new TreeSet<>();
        names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
        return lower;
    }
}
