package advisor.cli.option;

import advisor.request.RequestFields;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** How an engine is started, as options. */
@Command
public final class EngineOptions {
    private final FieldOptions options = new FieldOptions(RequestFields.ofEngine());

    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec command) {
        options.addTo(command);
    }

    /** What was typed, by field name. */
    public Map<String, String> fields() {
        return options.fields();
    }
}
