package advisor.audit.record;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.audit.ChainCheck;
import advisor.audit.RecordDiff;
import advisor.audit.RecordText;
import advisor.audit.Replay;
import advisor.audit.Small;
import advisor.report.screen.Screen;
import advisor.rules.compile.RuleCompiler;
import advisor.rules.session.Patience;
import advisor.text.Language;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record in the form of old says, proves and gives again the same as one of today. */
class RecordFormTest {
    private static final StoredRecord OLD = stored(inFull(Small.document()));
    private static final StoredRecord YOUNG = stored(Small.document());

    @Test
    void eachNamesItsFormAndBothSayTheSame() {
        assertThat(head(OLD)).startsWith("{\n  \"schema\" : \"record/1\",\n  \"recordSha256\" : \"");
        assertThat(head(YOUNG)).startsWith("{\n  \"schema\" : \"record/2\",\n  \"recordSha256\" : \"");
        assertThat(Places.differing(OLD.document(), YOUNG.document())).containsExactly("/recordSha256", "/schema");
        assertThat(YOUNG.decisionId()).isEqualTo(OLD.decisionId()).startsWith("d-");
    }

    @Test
    void theFormOfTodayIsShorterPackedAndPlain() {
        assertThat(bytes(YOUNG) * 2).isLessThan(bytes(OLD));
        assertThat(Packing.packed(YOUNG.bytes()).length).isLessThan(Packing.packed(OLD.bytes()).length);
    }

    /** Without the texts of the files, which no record says twice. */
    private static int bytes(StoredRecord record) {
        int files = 0;
        for (String texts : List.of("ruleBase", "catalog")) {
            files += record.document().path(texts).toString().getBytes(StandardCharsets.UTF_8).length;
        }
        return record.bytes().length - files;
    }

    @Test
    void eachReplaysToItsOwnBytes() {
        for (StoredRecord record : List.of(OLD, YOUNG)) {
            Replay replay = Replay.of(record, List.of(), new RuleCompiler(), Patience.USUAL);
            assertThat(replay.places()).isEmpty();
            assertThat(replay.same()).isTrue();
        }
    }

    @Test
    void bothAreShownAndSetBesideEachOther() {
        assertThat(shown(OLD)).isEqualTo(shown(YOUNG)).contains(OLD.decisionId());
        assertThat(RecordDiff.of(OLD, YOUNG).sameAnswer()).isTrue();
    }

    @Test
    void whatIsMaskedIsShownOfBothToWhoHasTheKey() {
        Openings openings = Openings.fresh(List.of("budget"), Small.question(Map.of()));
        ObjectNode masked = Recording.document(Small.decision(), openings);
        for (StoredRecord record : List.of(stored(masked), stored(inFull(masked)))) {
            assertThat(new String(record.bytes(), StandardCharsets.UTF_8)).doesNotContain(Small.BUDGET);
            assertThat(RecordText.of(record, List.of(), null, Screen.file(Language.EN)))
                    .doesNotContain(Small.BUDGET);
            assertThat(RecordText.of(record, new ArrayList<>(openings.all()), null, Screen.file(Language.EN)))
                    .contains(Small.BUDGET);
        }
    }

    @Test
    void theyStandInOneChain(@TempDir Path folder) {
        RecordFolder records = new RecordFolder(folder);
        records.store(inFull(Small.document()));
        records.store(Small.document());
        records.store(inFull(Small.document()));
        assertThat(ChainCheck.of(folder, null).faults()).isEmpty();
        assertThat(ChainCheck.of(folder, null).records()).isEqualTo(3);
    }

    private static ObjectNode inFull(ObjectNode document) {
        return RecordForm.copy(document).put(RecordForm.KEY, "record/1");
    }

    private static StoredRecord stored(ObjectNode document) {
        return StoredRecord.of("record.json", Seal.sealed(document));
    }

    private static String head(StoredRecord record) {
        return new String(record.bytes(), 0, 80, StandardCharsets.UTF_8);
    }

    private static String shown(StoredRecord record) {
        return RecordText.of(record, List.of(), null, Screen.file(Language.EN)).replaceAll("SHA-256 .*", "");
    }
}
