package advisor.audit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.audit.Small;
import advisor.text.Text;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final byte[] SEALED = Seal.sealed(Small.document());

    @Test
    void aRecordIsWhatWasWritten() {
        assertThat(StoredRecord.of("record.json", SEALED).faults()).isEmpty();
    }

    @Test
    void oneFlippedBitAnywhereIsFound() {
        Random random = new Random(20261122);
        for (int i = 0; i < 400; i++) {
            int at = i < 200 ? i : random.nextInt(SEALED.length);
            byte[] bytes = SEALED.clone();
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(StoredRecord.of("record.json", bytes).faults())
                    .as("byte %s", at)
                    .isNotEmpty();
        }
    }

    @Test
    void aByteAddedOrTakenAwayIsFound() {
        String text = new String(SEALED, StandardCharsets.UTF_8);
        assertThat(faults(text + "\n")).isNotEmpty();
        assertThat(faults(text.substring(0, text.length() - 1))).isNotEmpty();
    }

    @Test
    void anAlteredTextIsNamedEvenIfTheRecordWasSealedAnew() {
        ObjectNode forged = Small.document();
        ObjectNode file = (ObjectNode) forged.path("ruleBase").path("files").path(0);
        file.put("text", file.path("text").asText() + " ");
        assertThat(faults(new String(Seal.sealed(forged), StandardCharsets.UTF_8)))
                .contains("the text of rules/budget.drl in it was altered")
                .contains("the files of its rules are not those that were recorded");
    }

    @Test
    void aRemovedFileIsNoticedEvenIfTheRecordWasSealedAnew() {
        ObjectNode forged = Small.document();
        forged.withObject("catalog").withArray("files").remove(3);
        assertThat(faults(new String(Seal.sealed(forged), StandardCharsets.UTF_8)))
                .contains("the files of its catalog are not those that were recorded");
    }

    @Test
    void aScoreMustBeTheSumOfItsLedger() {
        ObjectNode wrong = Small.document();
        ObjectNode candidate = (ObjectNode) wrong.path("candidates").path(0);
        candidate.put("score", candidate.path("score").asInt() + 1);
        assertThatThrownBy(() -> Invariants.require(wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not the sum of its ledger");
    }

    @Test
    void everyRuleMustHaveOneOutcomeForEachCandidate() {
        ObjectNode twice = Small.document();
        ObjectNode outcomes = (ObjectNode) twice.path("candidates").path(0).path("outcomes");
        outcomes.withArray("fired").add(outcomes.path("not-fired").fieldNames().next());
        assertThatThrownBy(() -> Invariants.require(twice)).hasMessageContaining("exactly one outcome");
        ObjectNode never = Small.document();
        ((ObjectNode) never.path("candidates").path(0).path("outcomes")).putObject("not-fired");
        assertThatThrownBy(() -> Invariants.require(never)).hasMessageContaining("exactly one outcome");
    }

    private static String faults(String text) {
        return String.join(
                "\n",
                StoredRecord.of("record.json", text.getBytes(StandardCharsets.UTF_8)).faults().stream()
                        .map(Text::en)
                        .toList());
    }
}
