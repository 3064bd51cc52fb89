package advisor.audit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.audit.ChainCheck;
import advisor.audit.Small;
import advisor.audit.Verification;
import advisor.request.BadRequestException;
import advisor.text.Text;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void nameFolder() {
        folder = temporary.resolve("records");
    }

    @Test
    void recordsFollowEachOther() {
        String head = records(3);
        Verification verification = ChainCheck.of(folder, null);
        assertThat(verification.faults()).isEmpty();
        assertThat(verification.records()).isEqualTo(3);
        assertThat(verification.head()).isEqualTo(head);
        assertThat(names()).allMatch(name -> name.matches("00000[123]-d-[0-9a-f]{16}\\.json\\.gz"));
    }

    @Test
    void aRemovedRecordIsNamed() throws IOException {
        records(4);
        Files.delete(file(2));
        assertThat(faults())
                .containsExactly(name(3) + ": the link to the record before it is broken: number 2 is missing.");
    }

    @Test
    void exchangedRecordsAreNamed() throws IOException {
        records(2);
        add(Small.document().put("decisionId", "d-0123456789abcdef"));
        byte[] second = Files.readAllBytes(file(2));
        Files.write(file(2), Files.readAllBytes(file(3)));
        Files.write(file(3), second);
        assertThat(faults())
                .anyMatch(fault -> fault.startsWith(name(2) + ": the record was renamed or exchanged"))
                .anyMatch(fault -> fault.startsWith(name(3) + ": the record was renamed or exchanged"))
                .anyMatch(fault -> fault.startsWith(name(2) + ": the link to the record before it"));
    }

    @Test
    void anInsertedRecordIsNamed() throws IOException {
        records(2);
        ObjectNode forged = Small.document().put("decisionId", "d-0123456789abcdef");
        Seal.follow(forged, 2, ChainCheck.of(folder, null).head());
        Files.write(folder.resolve("000002-d-0123456789abcdef.json"), Seal.sealed(forged));
        assertThat(faults()).anyMatch(fault -> fault.contains("the link to the record before it"));
    }

    @Test
    void aRecordWrittenAnewBreaksTheLinkBehindIt() throws IOException {
        records(3);
        ObjectNode forged = StoredRecord.read(file(2)).document().deepCopy();
        forged.withObject("versions").put("advisor", "0.0.9");
        Files.write(file(2), Seal.sealed(forged));
        assertThat(faults())
                .containsExactly(
                        "%s: the link to the record before it (%s) is broken: that is not the record that it followed."
                                .formatted(name(3), name(2)));
    }

    @Test
    void anAlteredRecordIsNamedAndNoOther() throws IOException {
        records(3);
        byte[] bytes = Files.readAllBytes(file(2));
        bytes[bytes.length - 40] ^= 1;
        Files.write(file(2), bytes);
        assertThat(faults()).isNotEmpty().allMatch(fault -> fault.startsWith(name(2)));
    }

    @Test
    void onlyAKeptHashTellsThatTheEndWasRemoved() throws IOException {
        String head = records(3);
        Files.delete(file(3));
        assertThat(faults()).isEmpty();
        assertThat(ChainCheck.of(folder, head).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.en()).contains(head).contains("removed from the end"));
    }

    @Test
    void aKeptHashHoldsWhenTheChainHasGrown() {
        String head = records(2);
        add(Small.document());
        assertThat(ChainCheck.of(folder, head).sound()).isTrue();
    }

    @Test
    void whatAKilledProcessLeftBehindIsNoFault() throws IOException {
        records(1);
        Files.writeString(folder.resolve(".part-0b7e.tmp"), "{ \"schema\" : \"rec");
        Verification verification = ChainCheck.of(folder, null);
        assertThat(verification.faults()).isEmpty();
        assertThat(verification.notes()).hasSize(1);
        add(Small.document());
        assertThat(faults()).isEmpty();
    }

    @Test
    void anEmptiedFolderIsDamage() throws IOException {
        records(2);
        for (String name : names()) {
            Files.delete(folder.resolve(name));
        }
        assertThat(faults()).singleElement().satisfies(fault -> assertThat(fault)
                .contains("no record is here"));
    }

    /** Chains that were begun before records were packed go on. */
    @Test
    void aChainMayBeginWithRecordsInTheClear() throws IOException {
        records(1);
        Path packed = file(1);
        byte[] plain = StoredRecord.read(packed).bytes();
        Files.write(folder.resolve(packed.getFileName().toString().replace(".gz", "")), plain);
        Files.delete(packed);
        records(1);
        assertThat(faults()).isEmpty();
        assertThat(names()).hasSize(2);
    }

    @Test
    void aSecondFileOfOneRecordIsForeign() throws IOException {
        records(1);
        String second = name(1).replace(".gz", "");
        Files.write(folder.resolve(second), StoredRecord.read(file(1)).bytes());
        assertThat(faults()).singleElement().satisfies(fault -> assertThat(fault)
                .contains("a foreign file"));
    }

    @Test
    void foreignAndUnreadableFilesAreNamedInOneGo() throws IOException {
        records(1);
        Files.writeString(folder.resolve("notes.txt"), "hello");
        Files.writeString(folder.resolve("000002-d-0123456789abcdef.json"), "{");
        assertThat(faults())
                .containsExactlyInAnyOrder(
                        "notes.txt: a foreign file, which the advisor did not write here.",
                        "000002-d-0123456789abcdef.json: this is no record, or its beginning was altered.");
    }

    @Test
    void nothingIsAddedBehindADamagedRecord() throws IOException {
        records(1);
        Files.writeString(file(1), " ", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> add(Small.document()))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining(name(1));
        assertThat(names()).hasSize(1);
    }

    @Test
    void aFileIsNeverWrittenOver() throws IOException {
        Path file = Files.writeString(temporary.resolve("kept.json"), "kept");
        RecordTarget target = Recording.target(file);
        assertThatThrownBy(target::refuseIfUnusable).isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> target.store(Small.document())).isInstanceOf(BadRequestException.class);
        assertThat(file).hasContent("kept");
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void eightThreadsMakeOneChain() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<String> work = () -> add(Small.document());
            for (Future<String> done : threads.invokeAll(Collections.nCopies(8, work))) {
                assertThat(done.get()).hasSize(64);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(faults()).isEmpty();
        assertThat(names()).hasSize(8);
    }

    @Test
    void twoProcessesMakeOneChain() throws Exception {
        Process one = process("", 4);
        Process other = process("", 4);
        assertThat(output(one)).hasSize(4);
        assertThat(output(other)).hasSize(4);
        assertThat(faults()).isEmpty();
        assertThat(names()).hasSize(8);
    }

    @Test
    void aKilledProcessBreaksNoChain() throws Exception {
        for (int kill = 1; kill <= 3; kill++) {
            Process writing = process("", 1000);
            try (BufferedReader said = writing.inputReader(StandardCharsets.UTF_8)) {
                for (int line = 0; line < kill; line++) {
                    assertThat(said.readLine()).hasSize(64);
                }
                writing.destroyForcibly().waitFor();
            }
            assertThat(faults()).isEmpty();
            assertThat(names().size()).isGreaterThanOrEqualTo(kill);
        }
    }

    /** The system refuses to let a file grow beyond 4 blocks, in the midst of a record. */
    @Test
    void aDiskThatIsFullLeavesNothing() throws Exception {
        records(1);
        Process full = process("ulimit -f 4; ", 1);
        assertThat(output(full)).noneMatch(line -> line.matches("[0-9a-f]{64}"));
        assertThat(full.exitValue()).isNotZero();
        assertThat(faults()).isEmpty();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(".lock", name(1));
        }
    }

    private Process process(String before, int times) throws IOException {
        Path document = temporary.resolve("document.json");
        if (!Files.exists(document)) {
            Files.writeString(document, Small.document().toString());
        }
        String command = before
                + "exec '%s/bin/java' -cp '%s' advisor.audit.record.RecordingProgram '%s' '%s' %s"
                        .formatted(
                                System.getProperty("java.home"),
                                System.getProperty("java.class.path"),
                                folder,
                                document,
                                times);
        return new ProcessBuilder("bash", "-c", command)
                .redirectErrorStream(true)
                .start();
    }

    private static List<String> output(Process process) throws IOException, InterruptedException {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = new ArrayList<>(reader.lines().toList());
            process.waitFor();
            return lines;
        }
    }

    private String records(int count) {
        String head = "";
        for (int i = 0; i < count; i++) {
            head = add(Small.document());
        }
        return head;
    }

    private String add(ObjectNode document) {
        return Recording.target(folder).store(document).sha256();
    }

    private List<String> faults() {
        return ChainCheck.of(folder, null).faults().stream().map(Text::en).toList();
    }

    private Path file(int sequence) {
        return folder.resolve(name(sequence));
    }

    private String name(int sequence) {
        return names().stream()
                .filter(name -> name.startsWith("00000" + sequence))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() {
        try {
            return new RecordFolder(folder)
                    .files().stream()
                            .map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("\\d{6}-.*\\.json(\\.gz)?"))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
