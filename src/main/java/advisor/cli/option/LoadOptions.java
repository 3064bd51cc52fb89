package advisor.cli.option;

import advisor.request.RequestFields;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The load that a machine is to carry, as options. */
@Command
public final class LoadOptions {
    private final FieldOptions options = new FieldOptions(RequestFields.ofLoad());

    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec command) {
        options.addTo(command);
    }

    /** What was typed, by field name. */
    public Map<String, String> fields() {
        return options.fields();
    }
}
