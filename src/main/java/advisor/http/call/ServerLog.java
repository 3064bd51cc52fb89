package advisor.http.call;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;

/** Where a server says what it does. */
public final class ServerLog {
    private final Consumer<String> lines;

    public ServerLog(Consumer<String> lines) {
        this.lines = lines;
    }

    public void line(String line) {
        lines.accept(line);
    }

    /** A fault of the program, for whoever keeps it running. The client learns nothing but the id. */
    void failure(String requestId, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        lines.accept(
                "%s internal fault: %s".formatted(requestId, trace.toString().stripTrailing()));
    }
}
