package advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cli.option.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that does not arrive is told; one that nobody wants is not. */
class StandardOutputTest {
    /** Takes some bytes and no more. */
    private static final class Full extends OutputStream {
        private final String why;
        private int room;

        Full(String why, int room) {
            this.why = why;
            this.room = room;
        }

        @Override
        public void write(int oneByte) throws IOException {
            if (room-- <= 0) {
                throw new IOException(why);
            }
        }
    }

    private record Run(int exitCode, String err) {
        static Run of(OutputStream out, String arguments) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int exitCode = CommandLineProgram.run(
                    arguments.split(" "), out, new PrintStream(err, true, StandardCharsets.UTF_8));
            return new Run(exitCode, err.toString(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "advise --model llama-3.1-8b --lang en",
                "options --lang en",
                "sources --lang en",
                "rules list --lang en"
            })
    void anAnswerThatIsNotWrittenIsAFault(String arguments) {
        for (int room : new int[] {0, 1000}) {
            Run run = Run.of(new Full("No space left on device", room), arguments);
            assertThat(run.exitCode()).isEqualTo(ExitCode.INTERNAL_FAULT);
            assertThat(run.err()).startsWith("The answer was not written: No space left on device.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Broken pipe", "断开的管道"})
    void aReaderThatHasSeenEnoughHearsNothing(String why) {
        Run run = Run.of(new Full(why, 100), "options --lang en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = "options --lang zh")
    void itIsToldInTheLanguageOfTheAnswer(String arguments) {
        assertThat(Run.of(new Full("EIO", 0), arguments).err()).startsWith("答案未能写出：EIO。");
    }
}
