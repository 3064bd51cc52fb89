package advisor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program runs, so that it does not rot; its times mean nothing here. */
class LoadSmokeTest {
    @Test
    void theProgramRuns(@TempDir Path home) throws Exception {
        Path rules = Files.createDirectory(home.resolve("rules"));
        Files.copy(Path.of("rules/power.drl"), rules.resolve("power.drl"));
        List<String> launcher = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "advisor.bench.PatientServer");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LoadProgram.run(launcher, home, 2, List.of(2), new PrintStream(out, true, StandardCharsets.UTF_8));
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(4);
        String[] still = lines.get(2).strip().split(" +");
        String[] edited = lines.get(3).strip().split(" +");
        assertThat(still[1]).isEqualTo("0");
        assertThat(Double.parseDouble(still[2])).isPositive();
        assertThat(still[6]).as("errors").isEqualTo("0");
        assertThat(Integer.parseInt(edited[1])).isPositive();
        assertThat(edited[6]).as("errors during reloads").isEqualTo("0");
    }
}
