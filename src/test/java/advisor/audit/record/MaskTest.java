package advisor.audit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.audit.Replay;
import advisor.audit.Small;
import advisor.request.BadRequestException;
import advisor.request.Question;
import advisor.rules.compile.RuleCompiler;
import advisor.rules.session.Patience;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MaskTest {
    private static final RuleCompiler COMPILER = new RuleCompiler();
    private static final List<String> BOTH = List.of("budget", "max-power-kw");

    private static final Question QUESTION = Small.question(Map.of());
    private static final Openings OPENINGS = Openings.fresh(BOTH, QUESTION);
    private static final ObjectNode MASKED = Recording.document(Small.decision(), OPENINGS);

    /** The budget in whatever form figures are printed, and how much a price is above it. */
    private static final Pattern BUDGET = Pattern.compile("1[,.]?28\\d*[,.]?(?:\\d* ?[Mk万]\\b|457)|128万|1284577");

    @Test
    void inTheClearTheBudgetStandsInManyPlaces() {
        assertThat(places(Small.document())).hasSizeGreaterThan(5);
    }

    @Test
    void aMaskedBudgetStandsNowhere() {
        assertThat(places(MASKED)).isEmpty();
    }

    /** What is not hidden says no more than which prices lie above the budget, and which below. */
    @Test
    void anotherBudgetBetweenTheSamePricesGivesTheSameRecord() {
        Map<String, String> other = Map.of("budget", "1284579CNY", "max-power-kw", "5.05");
        ObjectNode masked = Recording.document(Small.decision(other), Openings.fresh(BOTH, Small.question(other)));
        assertThat(Places.differing(withoutCommitments(MASKED), withoutCommitments(masked)))
                .isEmpty();
    }

    /** The budget that would just pay, and the price that the budget would just pay, were found from the one hidden. */
    @Test
    void whatWasFoundByTryingIsHidden() {
        Map<String, String> low = Map.of("budget", "823457CNY");
        ObjectNode clear = Recording.document(Small.decision(low), Openings.none());
        ObjectNode masked =
                Recording.document(Small.decision(low), Openings.fresh(List.of("budget"), Small.question(low)));
        assertThat(clear.path("counterfactuals").toString())
                .contains("823457CNY")
                .contains("\"field\":\"price\"");
        assertThat(masked.path("counterfactuals").asText()).isEqualTo(Mask.MARK);
        assertThat(masked.path("advice").path("sensitivity").asText()).isEqualTo(Mask.MARK);
    }

    @Test
    void itReplaysWithWhatWasRevealed() {
        Replay replay = Replay.of(stored(), new ArrayList<>(OPENINGS.all()), COMPILER, Patience.USUAL);
        assertThat(replay.places()).isEmpty();
        assertThat(replay.same()).isTrue();
    }

    @Test
    void withoutItASecretIsAskedFor() {
        assertThatThrownBy(() -> Replay.of(stored(), List.of(), COMPILER, Patience.USUAL))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("masks budget")
                .hasMessageContaining("masks max-power-kw");
    }

    @Test
    void anotherValueOrKeyIsRefused() {
        List<Opening> wrongValue = OPENINGS.all().stream()
                .map(opening -> new Opening(opening.field(), "9", opening.key()))
                .toList();
        List<Opening> wrongKey = OPENINGS.all().stream()
                .map(opening -> new Opening(opening.field(), opening.value(), "0".repeat(32)))
                .toList();
        for (List<Opening> wrong : List.of(wrongValue, wrongKey)) {
            assertThatThrownBy(() -> Replay.of(stored(), wrong, COMPILER, Patience.USUAL))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("value or the key of budget is not the one");
        }
    }

    @Test
    void theKeyIsNotInTheRecord() {
        String text = MASKED.toString();
        OPENINGS.all().forEach(opening -> assertThat(text).doesNotContain(opening.key()));
    }

    @Test
    void theSameValueIsNeverCommittedToAlike() {
        Openings again = Openings.fresh(BOTH, QUESTION);
        assertThat(again.all().iterator().next().commitment())
                .isNotEqualTo(OPENINGS.all().iterator().next().commitment());
    }

    @Test
    void aFieldWhoseFiguresWouldBetrayItCannotBeMasked() {
        assertThatThrownBy(() -> Openings.fresh(List.of("streams", "max-nodes"), QUESTION))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("(streams) cannot be masked")
                .hasMessageContaining("(max-nodes) was not given");
    }

    @Test
    void anOpeningReadsWhatItWrites() {
        Opening opening = OPENINGS.all().iterator().next();
        assertThat(Opening.parse(opening.toString())).isEqualTo(opening);
        assertThatThrownBy(() -> Opening.parse("budget=" + Small.BUDGET)).hasMessageContaining("FIELD=VALUE#KEY");
    }

    @Test
    void theMaskNamesEveryPlace() {
        for (JsonNode pointer : MASKED.path("masked").path("pointers")) {
            JsonNode there = MASKED.at(pointer.asText());
            assertThat(there.asText()).as(pointer.asText()).matches("\\(masked\\)|m-[0-9a-f]{16}");
        }
    }

    private static StoredRecord stored() {
        return StoredRecord.of("record.json", Seal.sealed(MASKED));
    }

    private static List<String> places(ObjectNode document) {
        ObjectNode said = document.deepCopy();
        said.withObject("ruleBase").remove("files");
        said.withObject("catalog").remove("files");
        List<String> places = new ArrayList<>();
        BUDGET.matcher(said.toString()).results().forEach(match -> places.add(match.group()));
        return places;
    }

    private static ObjectNode withoutCommitments(ObjectNode document) {
        ObjectNode rest = document.deepCopy();
        rest.withObject("masked").remove("commitments");
        rest.remove("decisionId");
        rest.withObject("advice").remove("decisionId");
        return rest;
    }
}
