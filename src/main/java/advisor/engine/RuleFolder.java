package advisor.engine;

import advisor.model.LoadException;
import advisor.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rule files of a folder, in the order of their names. */
final class RuleFolder {
    private static final String SUFFIX = ".drl";

    private RuleFolder() {}

    static List<RuleFile> read(Path folder) {
        List<Problem> problems = new ArrayList<>();
        List<RuleFile> files = new ArrayList<>();
        for (Path path : paths(folder)) {
            read(path, files, problems);
        }
        if (files.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.inFile(folder.toString(), "The folder holds no rule files (*.drl)."));
        }
        if (!problems.isEmpty()) {
            throw new LoadException(problems);
        }
        return files;
    }

    /** The package that a file's rules are in: {@code rules.memory} for {@code memory.drl}. */
    static String packageOf(RuleFile file) {
        return "rules." + file.name().substring(0, file.name().length() - SUFFIX.length());
    }

    private static void read(Path path, List<RuleFile> files, List<Problem> problems) {
        String name = path.getFileName().toString();
        try {
            files.add(new RuleFile(name, Files.readString(path, StandardCharsets.UTF_8)));
        } catch (CharacterCodingException e) {
            problems.add(Problem.inFile("rules/" + name, "The file is not UTF-8 text."));
        } catch (IOException e) {
            problems.add(Problem.inFile("rules/" + name, "The file cannot be read: " + e.getMessage()));
        }
    }

    private static List<Path> paths(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new LoadException(List.of(Problem.inFile(folder.toString(), "There is no such rules folder.")));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder (%s) cannot be listed.".formatted(folder), e);
        }
    }
}
