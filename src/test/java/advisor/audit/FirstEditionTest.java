package advisor.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.Shipped;
import advisor.audit.record.StoredRecord;
import advisor.report.screen.Screen;
import advisor.request.BadRequestException;
import advisor.rules.compile.RuleCompiler;
import advisor.rules.session.Patience;
import advisor.text.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record that the edition before plans were judged has written. */
class FirstEditionTest {
    private static final Path KEPT = Path.of("src/test/resources/records/first-edition.json.gz");

    @Test
    void itIsShown() throws IOException {
        assertThat(RecordText.of(StoredRecord.of("old.json", bytes()), List.of(), null, Screen.file(Language.EN)))
                .contains("Record d-c2d94d3dbc82a45d (old.json)", "discouraged · 36 ·", "power/all-in-over-limit");
    }

    @Test
    void itIsVerifiedAndAFlippedByteIsFound(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("old.json"), bytes());
        assertThat(StoredRecord.read(file).faults()).isEmpty();
        String altered = new String(bytes(), StandardCharsets.UTF_8).replace("1234577CNY", "1234578CNY");
        assertThat(StoredRecord.of("old.json", altered.getBytes(StandardCharsets.UTF_8))
                        .faults())
                .extracting(fault -> fault.en())
                .anyMatch(fault -> fault.contains("the record was altered"));
    }

    @Test
    void replayNamesTheEditionThatItNeeds() throws IOException {
        StoredRecord record = StoredRecord.of("old.json", bytes());
        assertThatThrownBy(() -> Replay.of(record, List.of(), new RuleCompiler(), Patience.USUAL))
                .isInstanceOfSatisfying(BadRequestException.class, refused -> {
                    assertThat(refused.message(Language.EN))
                            .contains("(old.json)", "the first edition (advice/1, advisor 0.1.0)", "commit 73df0cc")
                            .doesNotContain("damaged", "drl");
                    assertThat(refused.message(Language.ZH))
                            .contains("第一版", "73df0cc")
                            .doesNotContain("损坏");
                });
    }

    @Test
    void todaysAnswerIsSetBesideIt() throws IOException {
        Difference difference =
                RecordDiff.of(StoredRecord.of("old.json", bytes()), List.of(), Shipped.catalog(), Shipped.rules());
        assertThat(DifferenceText.of(difference, Screen.file(Language.EN)))
                .contains("VERDICTS THAT FLIP", "a100-x8-awq: discouraged 36 →");
    }

    private static byte[] bytes() throws IOException {
        try (InputStream kept = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(KEPT)))) {
            return kept.readAllBytes();
        }
    }
}
