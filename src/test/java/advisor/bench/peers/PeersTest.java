package advisor.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import advisor.bench.peers.Facts.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the peers are generated from says the same in each of them. */
class PeersTest {
    private static final int NO_REGISTRY = 3;

    private static final Table TABLE =
            TableGenerator.table(PeersProgram.SEED, PeersProgram.RULES, PeersProgram.OPTIONS, PeersProgram.REQUESTS);

    @TempDir
    static Path folder;

    private static Generated generated;
    private static List<Scenario> scenarios;

    @BeforeAll
    static void generate() {
        generated = Generated.write(TABLE, folder);
        scenarios = generated.scenarios();
    }

    @Test
    void theSameSeedGivesTheSameTable() {
        assertThat(Table.read(generated.table())).isEqualTo(TABLE);
        assertThat(TableGenerator.table(PeersProgram.SEED, 80, 30, 20)).isEqualTo(TABLE);
        assertThat(TableGenerator.table(PeersProgram.SEED + 1, 80, 30, 20)).isNotEqualTo(TABLE);
    }

    @Test
    void theAdvisorFindsWhatHandWrittenJavaFinds() {
        assertThat(findings("advisor")).isEqualTo(findings("java"));
    }

    @Test
    void stockDroolsFindsWhatHandWrittenJavaFinds() {
        assertThat(findings("drools")).isEqualTo(findings("java"));
    }

    /** A table on which hardly any rule speaks, or every one always, would compare nothing. */
    @Test
    void nearlyEveryRuleSpeaksOfSomeOptionsAndNotOfOthers() {
        List<String> lines = findings("java");
        Set<String> speaking = new HashSet<>();
        lines.forEach(line -> speaking.add(line.substring(line.lastIndexOf(' ') + 1)));
        assertThat(speaking).hasSizeGreaterThan(PeersProgram.RULES * 9 / 10);
        assertThat(lines.size() / scenarios.size()).isBetween(400, 1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json-rules-engine", "zen"})
    void aPeerFromNpmFindsWhatHandWrittenJavaFinds(String name) throws IOException, InterruptedException {
        assumeTrue(installed(), "npm is not there, or does not reach its registry");
        Process node = new ProcessBuilder(
                        "node",
                        "target/peers/js/contender.mjs",
                        name,
                        generated.table().toString(),
                        "0",
                        "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String result = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).isZero();
        assertThat(result)
                .contains("\"sha256\":\""
                        + Findings.of(generated.contender("java"), scenarios).sha256() + "\"");
    }

    /** Whether the peers are there. Not having npm or its registry is no fault, a lock that does not install is one. */
    private static boolean installed() throws IOException, InterruptedException {
        int exitCode = new ProcessBuilder("src/test/bench/peers/install")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(exitCode).isIn(0, NO_REGISTRY);
        return exitCode == 0;
    }

    private static List<String> findings(String name) {
        return Findings.of(generated.contender(name), scenarios).lines();
    }
}
