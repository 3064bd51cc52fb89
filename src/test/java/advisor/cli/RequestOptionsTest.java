package advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class RequestOptionsTest {
    @ParameterizedTest
    @MethodSource("advisor.advice.RequestForm#fieldNames")
    void everyFieldOfTheFormHasAnOption(String field) {
        RequestOptions options = new RequestOptions();
        new CommandLine(options).parseArgs("--" + field, "7");
        assertThat(options.fields()).containsOnly(entry(field, "7"));
    }
}
