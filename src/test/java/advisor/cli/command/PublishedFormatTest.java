package advisor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cli.CommandRun;
import org.junit.jupiter.api.Test;

/** In which format it is said what a machine does, or why it does not. */
class PublishedFormatTest {
    private static String run(String... command) {
        CommandRun run = CommandRun.of(command);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    /** A100 has no FP8 units, and vLLM reads the FP8 files there all the same. */
    @Test
    void thePublishedFilesAreSizedAsTheyAreRead() {
        assertThat(run("size", "minimax-m2.5", "--on", "nvidia-a100-sxm4-80gb", "--count", "8", "--lang=en"))
                .contains("run as                W8A16")
                .doesNotContain("not run by any engine");
    }

    @Test
    void aModelThatDoesNotFitIsToldInThePublishedFormatNotHeldWider() {
        assertThat(run("models", "--on", "2 x nvidia-rtx-4090", "--lang=en"))
                .containsPattern("deepseek-v4-flash +FP4: needs 1\\d\\d")
                .containsPattern("deepseek-v3.1-nvfp4 +FP4: needs 40\\d")
                .contains("deepseek-r1 ");
    }
}
