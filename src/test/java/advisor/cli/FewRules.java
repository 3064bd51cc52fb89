package advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One shipped rule file in a folder of its own, with a scenario: small enough to be broken and judged anew. */
public final class FewRules {
    private static final String SCENARIO =
            """
            - name: Eight H100 are too small for R1
              request: {model: deepseek-r1, as-of: 2026-11-22}
              expect:
                cloud-h100-rental: {precision: fp8, stance: rejected, fired: [memory/does-not-fit]}
                h200-sxm-x8-self-built: {precision: fp8, not_fired: [{rule: memory/does-not-fit, because: "memory.shortfall != null"}]}
            """;

    private final Path folder;

    private FewRules(Path folder) {
        this.folder = folder;
    }

    public static FewRules in(Path parent) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("rules/scenarios")).getParent();
        Files.copy(Shipped.RULES.resolve("memory.drl"), folder.resolve("memory.drl"));
        Files.writeString(folder.resolve("scenarios/memory.yaml"), SCENARIO);
        return new FewRules(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Replaces a text that must be there. */
    public void edit(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    public void copyTo(Path to) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(folder.relativize(file).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Runs {@code advisor rules …} on them. */
    public CommandRun run(String... arguments) {
        return ofRules(Stream.concat(Stream.of(arguments), Stream.of("--rules", folder.toString()))
                .toArray(String[]::new));
    }

    /** Runs {@code advisor rules …}. */
    public static CommandRun ofRules(String... arguments) {
        return CommandRun.of("rules", List.of(arguments));
    }
}
