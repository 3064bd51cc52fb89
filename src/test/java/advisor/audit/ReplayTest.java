package advisor.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.Shipped;
import advisor.audit.record.DamagedRecordException;
import advisor.audit.record.Decision;
import advisor.audit.record.ModelFactsJson;
import advisor.audit.record.Openings;
import advisor.audit.record.Recording;
import advisor.audit.record.Seal;
import advisor.audit.record.StoredRecord;
import advisor.catalog.modelfile.ModelFiles;
import advisor.facts.model.ModelFacts;
import advisor.report.screen.Screen;
import advisor.request.Question;
import advisor.rules.RuleBook;
import advisor.rules.RuleLoader;
import advisor.rules.compile.RuleCompiler;
import advisor.rules.session.Patience;
import advisor.rules.text.RuleTexts;
import advisor.text.Language;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final RuleCompiler COMPILER = new RuleCompiler();

    @TempDir
    Path folder;

    @Test
    void aRecordReplaysToTheSameBytes() {
        Replay replay = Replay.of(stored(Small.document()), List.of(), COMPILER, Patience.USUAL);
        assertThat(replay.places()).isEmpty();
        assertThat(replay.same()).isTrue();
    }

    @Test
    void machinesOfOnesOwnAreInTheRecord() {
        Decision decision = Small.decision(Map.of("own", "8 x nvidia-a100-sxm4-80gb, worth 40万"));
        ObjectNode document = Recording.document(decision, Openings.none());
        assertThat(document.at("/advice/request/own/0").asText())
                .isEqualTo("8 x nvidia-a100-sxm4-80gb, worth 400000CNY, no warranty");
        assertThat(Replay.of(stored(document), List.of(), COMPILER, Patience.USUAL)
                        .same())
                .isTrue();
    }

    @Test
    void itsPlaceInAChainIsKept() {
        ObjectNode third = Small.document();
        Seal.follow(third, 3, "ab".repeat(32));
        assertThat(Replay.of(stored(third), List.of(), COMPILER, Patience.USUAL).same())
                .isTrue();
    }

    @Test
    void versionsAreToldAndNotCompared() {
        ObjectNode older = Small.document();
        older.withObject("versions").put("advisor", "0.0.9");
        Replay replay = Replay.of(stored(older), List.of(), COMPILER, Patience.USUAL);
        assertThat(replay.same()).isTrue();
        assertThat(DifferenceText.of(replay, Screen.file(Language.EN))).contains("It was made with advisor 0.0.9");
    }

    @Test
    void whatComesOutOtherwiseIsToldByOptionAndRule() {
        ObjectNode forged = Small.document();
        ObjectNode verdict = (ObjectNode) forged.path("advice").path("verdicts").path(0);
        ObjectNode finding = (ObjectNode) verdict.path("findings").path(0);
        ObjectNode candidate = (ObjectNode) forged.path("candidates").path(0);
        ObjectNode borneOut = (ObjectNode) candidate.path("findings").path(0);
        List.of(verdict, candidate).forEach(node -> node.put("stance", "strongly-recommended"));
        List.of(finding, borneOut).forEach(node -> node.put("rule", "budget/never-heard-of"));
        Replay replay = Replay.of(stored(forged), List.of(), COMPILER, Patience.USUAL);
        assertThat(replay.same()).isFalse();
        assertThat(DifferenceText.of(replay, Screen.file(Language.EN)))
                .contains("DOES NOT REPLAY")
                .contains(verdict.path("option").asText() + ": strongly recommended")
                .contains("budget/never-heard-of")
                .contains("/advice/verdicts/0/stance");
    }

    @Test
    void aModelDescribedByFilesIsInTheRecord() throws IOException {
        Path config = Files.writeString(
                folder.resolve("config.json"),
                """
                {"model_type": "llama", "num_hidden_layers": 8, "hidden_size": 512, "vocab_size": 1000,
                 "num_attention_heads": 8, "num_key_value_heads": 2, "intermediate_size": 1024,
                 "max_position_embeddings": 8192, "tie_word_embeddings": true, "torch_dtype": "bfloat16"}
                """);
        ModelFacts facts = ModelFiles.read(config);
        assertThat(ModelFactsJson.read(ModelFactsJson.of(facts))).isEqualTo(facts);
        Question question = Question.of(Map.of("model", config.toString()), Shipped.TODAY, model -> facts);
        Decision decision = Decision.of(question, Small.CATALOG, Small.RULES);
        StoredRecord record = stored(Recording.document(decision, Openings.none()));
        Files.delete(config);
        assertThat(Replay.of(record, List.of(), COMPILER, Patience.USUAL).same())
                .isTrue();
    }

    @Test
    void aDamagedRecordIsNotRun() {
        byte[] bytes = Seal.sealed(Small.document());
        bytes[bytes.length / 2] ^= 1;
        StoredRecord damaged = StoredRecord.of("record.json", bytes);
        assertThatThrownBy(() -> Replay.of(damaged, List.of(), COMPILER, Patience.USUAL))
                .isInstanceOf(DamagedRecordException.class);
        assertThatThrownBy(() -> RecordText.of(damaged, List.of(), null, Screen.file(Language.EN)))
                .isInstanceOf(DamagedRecordException.class);
    }

    @Test
    void todaysRulesAnswerOtherwiseAndTheDiffSaysThroughWhich() {
        SortedMap<String, String> files = new TreeMap<>(Small.RULES.texts().files());
        files.computeIfPresent("budget.drl", (name, text) -> text.replace("@points(-4)", "@points(-44)"));
        RuleBook edited = RuleLoader.of(new RuleTexts("rules", files), COMPILER);
        Difference difference = RecordDiff.of(stored(Small.document()), List.of(), Small.CATALOG, edited);
        assertThat(difference.ruleFiles())
                .containsExactly(new Difference.FileChange("budget.drl", Difference.FileFate.CHANGED));
        assertThat(difference.catalogFiles()).isEmpty();
        assertThat(difference.options()).isNotEmpty();
        assertThat(DifferenceText.of(difference, Screen.file(Language.EN)))
                .contains("budget/of-parts −4 → −44")
                .contains("nobody has quoted the whole");
        assertThat(DifferenceJson.of("record.json", difference)).contains("\"points\" : -44");
    }

    @Test
    void optionsThatCameAreTold() {
        Difference difference = RecordDiff.of(stored(Small.document()), List.of(), Shipped.catalog(), Small.RULES);
        assertThat(DifferenceText.of(difference, Screen.file(Language.EN)))
                .contains("h20-sxm-x16-pair: not in the catalog →")
                .contains("options/h20-sxm-x16-pair.yaml: added");
    }

    private static StoredRecord stored(ObjectNode document) {
        return StoredRecord.of("record.json", Seal.sealed(document));
    }
}
