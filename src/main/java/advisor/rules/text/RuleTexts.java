package advisor.rules.text;

import advisor.text.Fingerprint;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rule files as text: all that it takes to compile them again.
 *
 * @param folder what messages call the folder they were read from
 * @param files texts by file name, as {@code memory.drl}
 * @param layered what messages call the folders of those that were read from another one, by file name
 */
public record RuleTexts(String folder, SortedMap<String, String> files, SortedMap<String, String> layered) {
    public RuleTexts {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        layered = Collections.unmodifiableSortedMap(new TreeMap<>(layered));
    }

    /** The files of one folder. */
    public RuleTexts(String folder, SortedMap<String, String> files) {
        this(folder, files, new TreeMap<>());
    }

    /** What messages call the folder of a file. */
    public String folderOf(String file) {
        return layered.getOrDefault(file, folder);
    }

    /** A rule as it is written in its file. */
    public String of(RuleDefinition rule) {
        return new RuleFile(folder, rule.file(), files.getOrDefault(rule.file(), "")).text(RuleFile.Span.of(rule));
    }

    /** What stands in a file beside some of its rules and beside comments: what it imports. */
    public String beside(String file, List<RuleDefinition> rules) {
        List<String> lines =
                new ArrayList<>(files.getOrDefault(file, "").lines().toList());
        rules.forEach(rule -> Collections.fill(lines.subList(rule.line() - 1, rule.endLine()), ""));
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .collect(Collectors.joining("\n"));
    }

    /** The question that each file answers, by file name. */
    public SortedMap<String, Text> questions() {
        SortedMap<String, Text> questions = new TreeMap<>();
        files.forEach((name, text) -> questions.put(name, new RuleFile(folder, name, text).question()));
        return questions;
    }

    /** SHA-256 over the names and texts of all files: that of the rule book made of them. */
    public String sha256() {
        Fingerprint fingerprint = new Fingerprint();
        files.forEach((name, text) -> fingerprint.add(name).add(text));
        return fingerprint.hex();
    }
}
