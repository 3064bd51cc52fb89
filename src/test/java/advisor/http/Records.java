package advisor.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** A decision record of the shared server, as somebody brings it back. */
final class Records {
    private static final String REQUEST = "{\"model\": \"llama-3.1-8b\", \"as-of\": \"2026-11-22\"}";

    private Records() {}

    static String text() throws IOException, InterruptedException {
        return TestServer.post(TestServer.shared(), "/api/records", REQUEST).body();
    }

    static BodyPublisher packed() throws IOException, InterruptedException {
        return packed(text());
    }

    static BodyPublisher packed(String record) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(record.getBytes(StandardCharsets.UTF_8));
        }
        return BodyPublishers.ofByteArray(packed.toByteArray());
    }
}
