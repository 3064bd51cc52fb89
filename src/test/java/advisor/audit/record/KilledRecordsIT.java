package advisor.audit.record;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.audit.ChainCheck;
import advisor.audit.Small;
import advisor.audit.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that record and are killed at any moment: no half record, no broken link, and the next one follows. */
@Tag("faults")
class KilledRecordsIT {
    private static final int KILLS = Integer.getInteger("faults.kills", 30);
    private static final int KILLS_OF_A_CHAIN = 5;

    @TempDir
    Path temporary;

    @Test
    void everyChainIsWholeAndGoesOn() throws Exception {
        Random random = new Random(5);
        Path document = Files.writeString(
                temporary.resolve("document.json"), Small.document().toString());
        int all = 0;
        int records = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            records = kill % KILLS_OF_A_CHAIN == 0 ? 0 : records;
            Path folder = temporary.resolve("records-" + kill / KILLS_OF_A_CHAIN);
            Process recording = recording(folder, document);
            Thread.sleep(random.nextInt(1_500));
            recording.destroyForcibly().waitFor();
            if (Files.exists(folder)) {
                Verification verification = ChainCheck.of(folder, null);
                assertThat(verification.faults()).as("kill %s", kill).allMatch(fault -> fault.en()
                        .contains("no record is here"));
                assertThat(verification.records()).isGreaterThanOrEqualTo(records);
                all += verification.records() - records;
                records = verification.records();
            }
        }
        assertThat(all).isPositive();
    }

    private Process recording(Path folder, Path document) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "advisor.audit.record.RecordingProgram",
                        folder.toString(),
                        document.toString(),
                        "100000")
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("said").toFile())
                .start();
    }
}
