package advisor.report.words;

import advisor.advice.survey.Provenance;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In words, how figures were come by. */
public final class ProvenanceText {
    private static final String SPEED = "performance";

    private final Phrases phrases;

    public ProvenanceText(Language language) {
        this.phrases = new Phrases(language);
    }

    /** A line for speed, or for all other figures. */
    public List<String> lines(Map<String, Provenance> provenances, boolean ofSpeed) {
        Map<String, Provenance> chosen = new LinkedHashMap<>(provenances);
        chosen.keySet().removeIf(figure -> figure.equals(SPEED) != ofSpeed);
        return lines(chosen).stream()
                .map(line -> phrases.say("provenance") + ": " + line)
                .toList();
    }

    /** A line for each figure. */
    public List<String> lines(Map<String, Provenance> provenances) {
        return provenances.entrySet().stream()
                .map(figure -> phrases.say(
                        "provenance.line", phrases.say("provenance.figure." + figure.getKey()), way(figure.getValue())))
                .toList();
    }

    private String way(Provenance provenance) {
        String key = "provenance." + Ids.of(provenance.kind());
        return provenance.runs() == 0 ? phrases.say(key) : phrases.say(key + ".runs", Wording.whole(provenance.runs()));
    }
}
