package advisor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.faults.Installed.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full or may only be read: an answer, or a reason, and nothing half. Only root may mount them. */
@Tag("faults")
class DiskIT {
    private static final String[] REQUEST = {
        "advise", "--model", "llama-3.1-8b", "--as-of", "2026-11-22", "--lang", "en"
    };

    @TempDir
    Path temporary;

    private Path disk;
    private Installed program;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(temporary.resolve("disk"));
        program = Installed.in(temporary);
    }

    @AfterEach
    void unmount() throws Exception {
        ended("umount", "-l", disk.toString());
    }

    @Test
    void anAnswerThatFindsNoRoomIsAFault() throws Exception {
        for (List<String> command : List.of(
                List.of(REQUEST), List.of("options", "--lang", "en"), List.of("rules", "list", "--lang", "en"))) {
            Run run = program.shell("exec \"$0\" \"$@\" > /dev/full", command.toArray(String[]::new));
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).startsWith("The answer was not written: ");
        }
    }

    @Test
    void aCacheWithoutRoomIsDoneWithout() throws Exception {
        Run whole = program.run(REQUEST);
        edit();
        fill("size=64k", 1 << 16);
        Path inDisk = Files.createSymbolicLink(temporary.resolve("caches-on-disk"), disk);
        Run run = program.shell("XDG_CACHE_HOME='" + inDisk + "' exec \"$0\" \"$@\"", REQUEST);
        assertThat(run.exitCode()).isEqualTo(whole.exitCode());
        assertThat(run.out()).isEqualTo(whole.out());
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aRecordWithoutRoomIsNone() throws Exception {
        fill("size=64k", 1 << 15);
        Run run = program.run(Stream.concat(
                        Stream.of(REQUEST),
                        Stream.of("--record", disk.resolve("record.json").toString()))
                .toArray(String[]::new));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Nothing was recorded");
        assertThat(run.out()).isEmpty();
        assertThat(Installed.files(disk))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("filling");
    }

    @Test
    void whatMayOnlyBeReadIsAnsweredFrom() throws Exception {
        Run whole = program.run(REQUEST);
        tmpfs("size=64m");
        Installed.copy(program.home.resolve("rules"), disk.resolve("rules"));
        Installed.copy(program.home.resolve("catalog"), disk.resolve("catalog"));
        Path caches = Files.createDirectory(disk.resolve("caches"));
        Assumptions.assumeTrue(ended("mount", "-o", "remount,ro", disk.toString()) == 0);
        String[] there = {
            "--rules",
            disk.resolve("rules").toString(),
            "--catalog",
            disk.resolve("catalog").toString()
        };
        String[] request = Stream.concat(Stream.of(REQUEST), Stream.of(there)).toArray(String[]::new);
        Run run = program.shell("XDG_CACHE_HOME='" + caches + "' exec \"$0\" \"$@\"", request);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(whole.exitCode());
        assertThat(run.out()).isEqualTo(whole.out());
        Run doc = program.run("rules", "doc", "--rules", there[1], "--lang", "en");
        assertThat(doc.exitCode()).isEqualTo(2);
        assertThat(doc.err()).contains("cannot be written");
    }

    /** So that something is compiled, which is what a cache is for. */
    private void edit() throws IOException {
        Files.writeString(program.home.resolve("rules/power.drl"), "\n// Mine.\n", StandardOpenOption.APPEND);
    }

    private void tmpfs(String size) throws Exception {
        Assumptions.assumeTrue(
                ended("mount", "-t", "tmpfs", "-o", size + ",mode=700", "tmpfs", disk.toString()) == 0,
                "only root may mount a disk");
    }

    private void fill(String size, int bytes) throws Exception {
        tmpfs(size);
        Files.write(disk.resolve("filling"), new byte[bytes]);
    }

    private static int ended(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream said = process.getInputStream()) {
            said.readAllBytes();
        }
        return process.waitFor();
    }
}
