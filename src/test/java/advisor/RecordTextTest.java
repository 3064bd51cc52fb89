package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.audit.RecordText;
import advisor.audit.Small;
import advisor.audit.record.Recording;
import advisor.audit.record.StoredRecord;
import advisor.report.screen.Screen;
import advisor.text.AdvisorVersion;
import advisor.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordTextTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Language.class)
    void oneRecordIsReadInBothLanguages(Language language) throws IOException {
        String text = RecordText.of(stored(), List.of(), "h20-x8", Screen.file(language))
                .replaceAll("[0-9a-f]{64}", "<sha256>")
                .replaceAll("d-[0-9a-f]{16}", "<id>");
        Golden.compare("record-%s.txt".formatted(language.name().toLowerCase(Locale.ROOT)), text);
    }

    @Test
    void withoutAnOptionEveryOneHasItsLedger() throws IOException {
        assertThat(RecordText.of(stored(), List.of(), null, Screen.file(Language.EN)))
                .contains("  a100-x8-awq: ", "  cpu-epyc-dual: ", "  h20-x8: ");
    }

    /** The version of the program, which every record states, is that of the build. */
    @Test
    void theVersionIsThatOfTheBuild() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<version>%s</version>".formatted(AdvisorVersion.NUMBER));
    }

    private StoredRecord stored() throws IOException {
        Path file = folder.resolve("record.json");
        Recording.target(file).store(Small.document());
        return StoredRecord.read(file);
    }
}
