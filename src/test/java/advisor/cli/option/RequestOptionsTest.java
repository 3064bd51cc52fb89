package advisor.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import advisor.request.RequestFields;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class RequestOptionsTest {
    static List<String> names() {
        return RequestFields.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyFieldOfTheTableHasAnOption(String field) {
        FieldOptions options = new FieldOptions(RequestFields.all());
        CommandSpec command = CommandSpec.create();
        options.addTo(command);
        new CommandLine(command).parseArgs("--" + field, "7");
        assertThat(options.fields()).containsOnly(entry(field, "7"));
    }
}
