package advisor.rules.text;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rule files of a folder before they are compiled, and what is wrong with those that could not be read. */
public final class RuleFiles {
    private final String label;
    private final List<RuleFile> files;
    private final List<Fault> faults;

    /** @param label what a user calls the folder */
    RuleFiles(String label, List<RuleFile> files, List<Fault> faults) {
        this.label = label;
        this.files = List.copyOf(files);
        this.faults = List.copyOf(faults);
    }

    /** Files that were read before. */
    public static RuleFiles of(RuleTexts texts) {
        return new RuleFiles(
                texts.folder(),
                texts.files().entrySet().stream()
                        .map(file -> new RuleFile(texts.folder(), file.getKey(), file.getValue()))
                        .toList(),
                List.of());
    }

    /** In the order of their names. */
    public List<RuleFile> files() {
        return files;
    }

    /** Why the others could not be read. */
    public List<Fault> faults() {
        return faults;
    }

    /** The files that could be read. */
    public RuleTexts texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach(file -> texts.put(file.name(), file.text()));
        return new RuleTexts(label, texts);
    }

    /** The same files with one more, or another in the place of its own. */
    public RuleFiles with(String name, String text) {
        RuleFile young = new RuleFile(label, name, text);
        return new RuleFiles(
                label,
                Stream.concat(files.stream().filter(file -> !file.name().equals(name)), Stream.of(young))
                        .sorted(Comparator.comparing(RuleFile::name))
                        .toList(),
                faults.stream()
                        .filter(fault -> !fault.problem().file().equals(young.path()))
                        .toList());
    }

    /** What a compiler keeps them under. */
    public Set<String> compiledForms() {
        return files.stream().map(RuleFile::sha256).collect(Collectors.toUnmodifiableSet());
    }
}
