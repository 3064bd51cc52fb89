package advisor.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cli.CommandRun;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a request that stands in a file. */
class RequestFileOptionTest {
    @TempDir
    Path folder;

    private String told(Path file, String language) {
        CommandRun run = CommandRun.of("advise", "-f", file.toString(), "--lang", language);
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_REQUEST);
        return run.err();
    }

    private Path file(String text, Charset charset) throws IOException {
        return Files.writeString(folder.resolve("request.yaml"), text, charset);
    }

    @Test
    void allThatIsWrongIsToldWithItsPlaceAndWithWhatWasMeant() throws IOException {
        Path file = file("modell: deepseek-r1\nbudget: [300w]\nhorizon: 3y\nmax_nodes: 2\n", StandardCharsets.UTF_8);
        assertThat(told(file, "en"))
                .contains("request.yaml:1:1", "The field (modell) is not known.", "Maybe model?")
                .contains("request.yaml:2:1", "request.yaml:3:1", "Maybe 36?")
                .doesNotContain("request.yaml:4", "speculative-tokens");
        assertThat(told(file, "zh")).contains("request.yaml:1:1", "没有该字段（modell）", "必须是整数");
    }

    @Test
    void whyItCannotBeReadIsTold() throws IOException {
        assertThat(told(file("model: 模型\n", Charset.forName("GBK")), "en")).contains("is not UTF-8", "GBK");
        assertThat(told(folder.resolve("other.yaml"), "en")).contains("There is no request file");
        assertThat(told(folder, "en")).contains("is a folder");
    }

    /** Nobody knows what will be for sale then. */
    @Test
    void aDayToComeIsAnsweredWithAWord() {
        String[] asked = {"advise", "--model=qwen3-8b", "--only-offers=yes", "--own=1 x nvidia-rtx-4090, worth 1万"};
        assertThat(at("2099-01-01", asked)).contains("as-of (2099-01-01) lies ahead");
        assertThat(at("2026-11-22", asked)).isEmpty();
    }

    private static String at(String day, String... asked) {
        String[] all = Arrays.copyOf(asked, asked.length + 2);
        all[asked.length] = "--as-of=" + day;
        all[asked.length + 1] = "--lang=en";
        return CommandRun.of(all).err();
    }
}
