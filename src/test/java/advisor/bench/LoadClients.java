package advisor.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Clients that ask for advice as fast as they are answered, each over one connection that it keeps. */
final class LoadClients {
    private static final int OF_A_CLIENT = 100;
    private static final List<String> MODELS =
            List.of("deepseek-r1", "deepseek-v3", "qwen3-235b-a22b", "kimi-k2", "llama-3.1-405b");

    private LoadClients() {}

    /**
     * What came of a measurement.
     *
     * @param nanoseconds of each advice, in ascending order
     * @param errors answers that were no advice, and connections that broke
     */
    record Result(long[] nanoseconds, long errors, double seconds) {
        double perSecond() {
            return nanoseconds.length / seconds;
        }

        /** The time within which a share of the advices came. */
        double milliseconds(double share) {
            return nanoseconds.length == 0 ? 0 : nanoseconds[(int) Math.round(share * (nanoseconds.length - 1))] / 1e6;
        }
    }

    private record Share(long[] nanoseconds, long errors) {}

    static Result run(URI address, int connections, int seconds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long begun = System.nanoTime();
            long end = begun + seconds * 1_000_000_000L;
            List<Future<Share>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int first = i;
                clients.add(threads.submit(() -> ask(address, first, end)));
            }
            List<Share> shares = new ArrayList<>();
            for (Future<Share> client : clients) {
                shares.add(client.get());
            }
            return new Result(
                    shares.stream()
                            .flatMapToLong(share -> LongStream.of(share.nanoseconds()))
                            .sorted()
                            .toArray(),
                    shares.stream().mapToLong(Share::errors).sum(),
                    (System.nanoTime() - begun) / 1e9);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Share ask(URI address, int first, long end) throws IOException {
        long[] times = new long[1024];
        int count = 0;
        long errors = 0;
        for (int number = first * OF_A_CLIENT; System.nanoTime() < end; ) {
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
                while (System.nanoTime() < end) {
                    long begun = System.nanoTime();
                    socket.getOutputStream().write(request(address, number++));
                    if (status(in) == 200) {
                        times = count == times.length ? Arrays.copyOf(times, 2 * count) : times;
                        times[count++] = System.nanoTime() - begun;
                    } else {
                        errors++;
                    }
                }
            } catch (EOFException e) {
                errors++;
            }
        }
        return new Share(Arrays.copyOf(times, count), errors);
    }

    /** A server that keeps what it judged last has judged none of them: no client asks what another does. */
    private static byte[] request(URI address, int number) {
        String body = "{\"model\": \"%s\", \"budget\": \"%dCNY\", \"streams\": %d}"
                .formatted(MODELS.get(number % MODELS.size()), 1_000_000 + number % 97 * 50_000, 1 + number % 13);
        String head =
                "POST /api/advice HTTP/1.1\r\nHost: %s:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(address.getHost(), address.getPort(), body.length());
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads an answer to its end, as a client that waits for all of it. */
    private static int status(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        long length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        if (chunked) {
            skipChunks(in);
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private static void skipChunks(InputStream in) throws IOException {
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            in.skipNBytes(size);
            line(in);
        }
        line(in);
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int character = in.read(); character != '\n'; character = in.read()) {
            if (character < 0) {
                throw new EOFException("The server closed the connection.");
            }
            if (character != '\r') {
                line.append((char) character);
            }
        }
        return line.toString();
    }
}
