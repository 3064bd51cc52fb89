package advisor.rules.text;

import advisor.text.Shadow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final List<Shadow> shadows;

    /** @param label what a user calls the folder, of several the lowest */
    private RuleFiles(String label, List<RuleFile> files, List<Fault> faults, List<Shadow> shadows) {
        this.label = label;
        this.files = List.copyOf(files);
        this.faults = List.copyOf(faults);
        this.shadows = List.copyOf(shadows);
    }

    /** @param all files, those of a lower folder first: of each name the last counts */
    static RuleFiles layered(String label, List<RuleFile> all, List<Fault> faults) {
        SortedMap<String, RuleFile> files = new TreeMap<>();
        Map<RuleFile, RuleFile> hidden = new LinkedHashMap<>();
        for (RuleFile file : all) {
            RuleFile below = files.put(file.name(), file);
            if (below != null) {
                hidden.put(below, file);
            }
        }
        Set<String> kept = files.values().stream()
                .flatMap(file -> file.ruleNames().stream())
                .collect(Collectors.toSet());
        List<Shadow> shadows = new ArrayList<>();
        hidden.forEach((below, file) -> shadows.add(new Shadow(
                "",
                file.path(),
                below.path(),
                below.ruleNames().stream().filter(rule -> !kept.contains(rule)).toList())));
        return new RuleFiles(label, List.copyOf(files.values()), faults, shadows);
    }

    /** Files that were read before. */
    public static RuleFiles of(RuleTexts texts) {
        return new RuleFiles(
                texts.folder(),
                texts.files().entrySet().stream()
                        .map(file -> new RuleFile(texts.folderOf(file.getKey()), file.getKey(), file.getValue()))
                        .toList(),
                List.of(),
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

    /** The files of lower folders that do not count, by those that do. */
    public List<Shadow> shadows() {
        return shadows;
    }

    /** The files that could be read. */
    public RuleTexts texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        SortedMap<String, String> folders = new TreeMap<>();
        files.forEach(file -> {
            texts.put(file.name(), file.text());
            if (!file.folder().equals(label)) {
                folders.put(file.name(), file.folder());
            }
        });
        return new RuleTexts(label, texts, folders);
    }

    /** The same files with one more, or another in the place of its own. */
    public RuleFiles with(String name, String text) {
        RuleFile young = new RuleFile(texts().folderOf(name), name, text);
        return new RuleFiles(
                label,
                Stream.concat(files.stream().filter(file -> !file.name().equals(name)), Stream.of(young))
                        .sorted(Comparator.comparing(RuleFile::name))
                        .toList(),
                faults.stream()
                        .filter(fault -> !fault.problem().file().equals(young.path()))
                        .toList(),
                shadows);
    }

    /** What a compiler keeps them under. */
    public Set<String> compiledForms() {
        return files.stream().map(RuleFile::sha256).collect(Collectors.toUnmodifiableSet());
    }
}
