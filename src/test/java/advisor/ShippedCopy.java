package advisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shipped files in a folder of a test's own. */
public final class ShippedCopy {
    /** Whoever serves rules runs their scenarios at every check and every impact. */
    private static final Set<String> SCENARIOS = Set.of("api.yaml", "memory.yaml", "power.yaml");

    private static final int SCENARIOS_A_FILE = 5;

    private ShippedCopy() {}

    /** All rules, and the first scenarios of a few files. */
    public static Path rules(Path to) throws IOException {
        copy(Shipped.RULES, to);
        try (Stream<Path> scenarios = Files.list(to.resolve("scenarios"))) {
            for (Path file : scenarios.toList()) {
                if (SCENARIOS.contains(file.getFileName().toString())) {
                    Files.writeString(file, first(Files.readString(file)));
                } else {
                    Files.delete(file);
                }
            }
        }
        return to;
    }

    private static String first(String scenarios) {
        return Arrays.stream(scenarios.split("(?m)(?=^- name:)", -1))
                .limit(1 + SCENARIOS_A_FILE)
                .collect(Collectors.joining());
    }

    public static Path catalog(Path to) throws IOException {
        copy(Shipped.CATALOG, to);
        return to;
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }
}
