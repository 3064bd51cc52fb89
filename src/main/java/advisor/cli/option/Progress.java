package advisor.cli.option;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a long command has come, as a bar on standard error if that is a terminal. */
public final class Progress implements AutoCloseable {
    public static final long UNKNOWN = -1;

    /** Set by the launcher where standard error is a terminal: the platform tells only of all streams together. */
    public static final String TERMINAL = "advisor.terminal";

    private static final long BYTES_PER_KIBIBYTE = 1024;

    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /** @param bytes to read in all, or {@link #UNKNOWN} */
    public static Progress of(long bytes) {
        return new Progress(Boolean.getBoolean(TERMINAL) ? bar(bytes) : null);
    }

    private static ProgressBar bar(long bytes) {
        return new ProgressBarBuilder()
                .setInitialMax(bytes)
                .setUnit("KiB", BYTES_PER_KIBIBYTE)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
    }

    public void at(long bytes) {
        if (bar != null) {
            bar.stepTo(bytes);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
