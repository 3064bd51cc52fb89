package advisor.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where an answer goes. Those who print never hear that nothing arrives: this remembers why. */
final class StandardOutput extends OutputStream {
    /** What Linux says of a pipe whose reader has gone, as {@code head} does when it has seen enough. */
    private static final Set<String> READER_GONE = Set.of("Broken pipe", "断开的管道");

    private final OutputStream out;
    private final Runnable begins;
    private @Nullable IOException failure;

    /** @param begins is told before each write */
    StandardOutput(OutputStream out, Runnable begins) {
        this.out = out;
        this.begins = begins;
    }

    /** Why something was not written; {@code null} if all was, or if nobody wanted more. */
    @Nullable String failure() {
        String why = failure == null ? null : String.valueOf(failure.getMessage());
        return why == null || READER_GONE.contains(why) ? null : why;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        begins.run();
        keeping(() -> out.write(bytes, from, length));
    }

    @Override
    public void flush() throws IOException {
        keeping(out::flush);
    }

    private void keeping(Step step) throws IOException {
        try {
            step.run();
        } catch (IOException lost) {
            failure = failure == null ? lost : failure;
            throw lost;
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}
