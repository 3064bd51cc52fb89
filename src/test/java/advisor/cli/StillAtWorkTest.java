package advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Patience;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StillAtWorkTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(err, true, StandardCharsets.UTF_8);

    @Test
    void theSecondsAreToldUntilTheAnswerBeginsAndNothingIsLeft() throws Exception {
        StillAtWork work = StillAtWork.at("explain", terminal, true);
        StandardOutput answer = new StandardOutput(new ByteArrayOutputStream(), work::end);
        Patience.until("the first second is told", () -> told().startsWith("\r... 2 s"));
        answer.write('a');
        String ended = told();
        assertThat(ended).endsWith("\r\u001b[K");
        answer.write('b');
        work.end();
        assertThat(told()).isEqualTo(ended);
    }

    @Test
    void whoWritesIntoAFileSeesNothing() {
        StillAtWork.at("explain", terminal, false).end();
        assertThat(told()).isEmpty();
    }

    private String told() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
