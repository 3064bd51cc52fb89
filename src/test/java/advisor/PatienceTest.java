package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Path TESTS = Path.of("src/test/java/advisor");
    private static final List<String> CLOCKS =
            List.of("Thread" + ".sleep(", "System" + ".nanoTime(", "TimeUnit" + ".SECONDS", ".ofSeconds" + "(");

    @Test
    void whatHappensAtLastIsWaitedFor() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        Patience.until("the third look", () -> looks.incrementAndGet() == 3);
        assertThat(looks).hasValue(3);
    }

    /** But the programs that measure and the suites of faults, whose work it is. */
    @Test
    void noTestGoesByTheClockItself() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.startsWith(TESTS.resolve("bench"))
                                    && !file.startsWith(TESTS.resolve("faults"))
                                    && !file.endsWith("KilledRecordsIT.java")
                                    && !file.endsWith("Patience.java")))
                    .hasSizeGreaterThan(100)
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(CLOCKS));
        }
    }
}
