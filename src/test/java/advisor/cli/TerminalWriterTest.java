package advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is printed of names that others wrote. */
class TerminalWriterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a\u001b]0;title\u0007b | a\ufffd]0;title\ufffdb",
                "a\u001b[8mhidden | a\ufffd[8mhidden",
                "a\u009b31mb | a\ufffd31mb",
                "a\u202eb\u2066c | a\ufffdb\ufffdc",
                "a \u001b[31mred\u001b[0m. | a \u001b[31mred\u001b[0m.",
                "显存\t1 | 显存\t1"
            })
    void nothingControlsATerminalButColours(String text, String shown) throws IOException {
        StringWriter whole = new StringWriter();
        new TerminalWriter(whole).write(text);
        assertThat(whole).hasToString(shown);
        StringWriter characters = new StringWriter();
        new TerminalWriter(characters).write(text.toCharArray(), 0, text.length());
        assertThat(characters).hasToString(shown);
    }

    @Test
    void aLineEndsAndIsNotBegunAnew() throws IOException {
        StringWriter out = new StringWriter();
        new TerminalWriter(out).write("one\r\nrejected\raccepted");
        assertThat(out).hasToString("one\r\nrejected\ufffdaccepted");
    }

    @Test
    void aCharacterAloneIsNoColour() throws IOException {
        StringWriter out = new StringWriter();
        Writer terminal = new TerminalWriter(out);
        terminal.write('\u001b');
        terminal.write('\n');
        assertThat(out).hasToString("\ufffd\n");
    }

    @Test
    void noFaultOfAForeignFileDoesEither(@TempDir Path folder) throws IOException {
        Path record = Files.writeString(folder.resolve("record.json"), "{\"\\u001b]0;evil\": }");
        CommandRun run = CommandRun.of("audit", "show", record + "\u001b[8m", "--lang", "en");
        assertThat(run.err()).contains("\ufffd[8m").doesNotContain("\u001b");
    }
}
