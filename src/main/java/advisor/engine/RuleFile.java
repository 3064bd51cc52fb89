package advisor.engine;

import advisor.model.Fingerprint;
import java.util.List;

/** The text of one rule file, with the name it has in its folder. */
record RuleFile(String name, String text) {

    /** What a compiled form is kept under. */
    String sha256() {
        return Fingerprint.of(name, text);
    }

    List<String> lines() {
        return text.lines().toList();
    }
}
