package advisor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.faults.Installed.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bits that turn in what was derived: the answer stays as it was, at the first start and at the next. */
@Tag("faults")
class SpoiltFilesIT {
    private static final String[] REQUEST = {"advise", "--model", "deepseek-r1", "--as-of", "2026-11-22", "--lang", "en"
    };

    @TempDir
    Path temporary;

    private Installed program;
    private Run whole;

    @BeforeEach
    void install() throws Exception {
        program = Installed.in(temporary);
        Files.writeString(program.home.resolve("rules/power.drl"), "\n// Mine.\n", StandardOpenOption.APPEND);
        whole = program.run(REQUEST);
        assertThat(whole.exitCode()).as(whole.err()).isZero();
        assertThat(whole.err()).isEmpty();
        assertThat(program.run(REQUEST)).isEqualTo(whole);
    }

    @Test
    void theArchiveOfClasses() throws Exception {
        Draw draw = new Draw(20261129);
        Path archive = archives().stream()
                .filter(file -> !file.toString().endsWith(".sum"))
                .findFirst()
                .orElseThrow();
        byte[] sound = Files.readAllBytes(archive);
        for (int flip = 0; flip < Draw.FLIPS; flip++) {
            Files.write(archive, draw.spoilt(sound));
            assertThat(program.run(REQUEST)).as("flip %s", flip).isEqualTo(whole);
            sound = Files.readAllBytes(archive);
        }
        assertThat(program.run(REQUEST)).isEqualTo(whole);
        noTraceOfACrash();
    }

    @Test
    void theCacheOfRulesAndCatalog() throws Exception {
        Draw draw = new Draw(20261130);
        assertThat(Installed.files(program.caches)).isNotEmpty();
        for (int flip = 0; flip < Draw.FLIPS; flip++) {
            for (Path file : Installed.files(program.caches)) {
                Files.write(file, draw.spoilt(Files.readAllBytes(file)));
            }
            assertThat(program.run(REQUEST)).as("flip %s", flip).isEqualTo(whole);
        }
        noTraceOfACrash();
    }

    private List<Path> archives() throws IOException {
        return Installed.files(program.home.resolve("target/archives"));
    }

    private void noTraceOfACrash() throws IOException {
        assertThat(Installed.files(temporary.resolve("output")))
                .noneMatch(file -> file.getFileName().toString().startsWith("hs_err"));
        assertThat(whole.out().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    }
}
