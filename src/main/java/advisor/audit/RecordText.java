package advisor.audit;

import advisor.audit.record.DamagedRecordException;
import advisor.audit.record.Opening;
import advisor.audit.record.Openings;
import advisor.audit.record.StoredRecord;
import advisor.report.screen.Columns;
import advisor.report.screen.Screen;
import advisor.request.BadRequestException;
import advisor.text.Points;
import advisor.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A record for reading, from what is written in it and nothing else. */
public final class RecordText {
    private final JsonNode document;
    private final Openings openings;
    private final RecordPage page;

    private RecordText(JsonNode document, Openings openings, Screen screen) {
        this.document = document;
        this.openings = openings;
        this.page = new RecordPage(screen);
    }

    /**
     * A record as text.
     *
     * @param reveal openings of masked fields, which are then shown
     * @param option id of the only option to show, with what would change its verdict; {@code null} for all
     * @throws DamagedRecordException if it is not what was once written
     * @throws BadRequestException if it has no such option, or an opening does not fit
     */
    public static String of(StoredRecord record, Collection<Opening> reveal, @Nullable String option, Screen screen) {
        Openings openings = Openings.some(reveal, record.orThrow());
        RecordText text = new RecordText(record.document(), openings, screen);
        text.header(record);
        text.request();
        text.options(option);
        return text.page.text();
    }

    private void header(StoredRecord record) {
        String previous = record.previousSha256();
        page.paragraph(page.say("record", document.path("decisionId").asText(), record.name()));
        page.entry(page.say("as-of"), document.path("asOf").asText());
        page.entry(page.say("lens"), document.path("lens").asText());
        page.entry(
                page.say("versions"),
                "advisor %s, Drools %s"
                        .formatted(
                                document.path("versions").path("advisor").asText(),
                                document.path("versions").path("drools").asText()));
        page.entry(page.say("sha256"), record.sha256());
        page.entry(page.say("number"), Long.toString(record.sequence()));
        page.entry(page.say("previous"), previous.isEmpty() ? page.say("first") : previous);
        files("rules", document.path("ruleBase"));
        files("catalog", document.path("catalog"));
        masked();
    }

    private void files(String label, JsonNode holder) {
        page.entry(
                page.say(label),
                page.say(
                        "files",
                        holder.path("files").size(),
                        holder.path("sha256").asText()));
    }

    private void masked() {
        List<String> fields = new ArrayList<>();
        document.path("masked").path("commitments").fieldNames().forEachRemaining(fields::add);
        if (!fields.isEmpty()) {
            page.entry(page.say("hidden"), String.join(", ", fields));
        }
    }

    private void request() {
        page.heading("request");
        document.path("request")
                .path("given")
                .properties()
                .forEach(field -> page.entry(field.getKey(), given(field.getKey(), field.getValue())));
        List<String> defaults = new ArrayList<>();
        JsonNode normalised = document.path("request").path("normalised");
        for (JsonNode name : document.path("request").path("defaultsApplied")) {
            JsonNode value = normalised.path(name.asText());
            defaults.add(name.asText() + (value.isValueNode() ? " " + value.asText() : ""));
        }
        if (!defaults.isEmpty()) {
            page.entry(page.say("defaults"), String.join(", ", defaults));
        }
    }

    private String given(String field, JsonNode value) {
        return openings.valueOr(field, page.masked(value.asText()));
    }

    private void options(@Nullable String wanted) {
        List<JsonNode> shown = new ArrayList<>();
        for (JsonNode verdict : document.path("advice").path("verdicts")) {
            if (wanted == null || verdict.path("option").asText().equals(wanted)) {
                shown.add(verdict);
            }
        }
        if (shown.isEmpty()) {
            throw new BadRequestException(List.of(
                    new Text("The record has no option (%s).".formatted(wanted), "记录中没有该方案（%s）。".formatted(wanted))));
        }
        errors();
        page.heading("ranking");
        shown.forEach(this::ranked);
        page.heading("ledgers");
        shown.forEach(this::ledger);
        if (wanted != null) {
            candidates(wanted);
            counterfactuals(wanted);
        }
        notes();
    }

    private void errors() {
        JsonNode errors = document.path("advice").path("errors");
        if (!errors.isEmpty()) {
            page.heading("incomplete", errors.size());
            errors.forEach(
                    error -> page.hanging("  - ", error.path("rule").asText() + ": " + page.in(error.path("message"))));
        }
    }

    private void ranked(JsonNode verdict) {
        String rank = Columns.padStart(verdict.path("rank").asText(), 4) + "  ";
        page.hanging(
                rank,
                "%s · %s · %s · %s"
                        .formatted(
                                page.stance(verdict.path("stance").asText()),
                                verdict.path("score").asText(),
                                page.in(verdict.path("title")),
                                verdict.path("option").asText()));
    }

    private void ledger(JsonNode verdict) {
        page.hanging(
                "  ",
                "%s: %s %s"
                        .formatted(
                                verdict.path("option").asText(),
                                page.stance(verdict.path("stance").asText()),
                                verdict.path("score").asText()));
        page.hanging(Columns.padStart(verdict.path("startScore").asText(), 8) + "  ", page.say("start"));
        verdict.path("findings").forEach(this::finding);
    }

    private void finding(JsonNode finding) {
        String kind = page.say("kind." + finding.path("kind").asText());
        int points = finding.path("points").asInt();
        String mark = points == 0 ? kind : Points.of(points);
        page.hanging(
                Columns.padStart(mark, 8) + "  ", finding.path("rule").asText() + ": " + page.in(finding.path("text")));
    }

    /** Each way to run the option, and how many rules had which outcome for it. */
    private void candidates(String option) {
        page.heading("candidates");
        for (JsonNode candidate : document.path("candidates")) {
            if (candidate.path("option").asText().equals(option)) {
                String outcomes = candidate.path("outcomes").properties().stream()
                        .map(outcome -> page.say("outcome." + outcome.getKey()) + " "
                                + outcome.getValue().size())
                        .collect(Collectors.joining(", "));
                page.hanging(
                        "  - ",
                        "%s: %s %s (%s)"
                                .formatted(
                                        candidate.path("candidate").asText(),
                                        page.stance(candidate.path("stance").asText()),
                                        candidate.path("score").asText(),
                                        outcomes));
            }
        }
    }

    private void counterfactuals(String option) {
        if (document.path("counterfactuals").isTextual()) {
            page.heading("changes");
            page.hanging("  - ", page.masked(document.path("counterfactuals").asText()));
        }
        for (JsonNode entry : document.path("counterfactuals")) {
            if (entry.path("option").asText().equals(option)) {
                page.heading("changes");
                entry.path("changes").forEach(this::counterfactual);
                if (entry.path("changes").isEmpty()) {
                    page.hanging("  - ", page.say("changes.none"));
                }
            }
        }
    }

    private void counterfactual(JsonNode found) {
        List<String> changes = new ArrayList<>();
        found.path("changes").forEach(change -> changes.add(page.in(change.path("text"))));
        page.hanging(
                "  - ",
                "%s: %s %s"
                        .formatted(
                                String.join(", ", changes),
                                page.stance(found.path("stance").asText()),
                                found.path("score").asText()));
    }

    private void notes() {
        JsonNode notes = document.path("advice").path("notes");
        if (!notes.isEmpty()) {
            page.heading("notes");
            notes.forEach(note -> page.hanging("  - ", note.path("rule").asText() + ": " + page.in(note.path("text"))));
        }
    }
}
