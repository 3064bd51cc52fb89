package advisor.cli.option;

import advisor.request.FieldType.Kind;
import advisor.request.RequestField;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options for fields of a request, as their table has them. */
final class FieldOptions {
    private final Map<String, OptionSpec> options = new LinkedHashMap<>();

    FieldOptions(List<RequestField<?>> fields) {
        fields.forEach(field -> options.put(field.name(), option(field)));
    }

    void addTo(CommandSpec command) {
        options.values().forEach(command::addOption);
    }

    /** What was typed, by field name. */
    Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        options.forEach((name, option) -> {
            Object value = option.getValue();
            if (value instanceof Collection<?> several) {
                fields.put(name, several.stream().map(Object::toString).collect(Collectors.joining(",")));
            } else if (value != null) {
                fields.put(name, value.toString());
            }
        });
        return fields;
    }

    /** Assumptions are many, and the option may be repeated. */
    private static OptionSpec option(RequestField<?> field) {
        OptionSpec.Builder option = OptionSpec.builder("--" + field.name())
                .paramLabel(field.type().label())
                .description(field.help().in(Speech.ofLocale()));
        return field.type().kind() == Kind.ASSUMPTIONS
                ? option.type(List.class).auxiliaryTypes(String.class).build()
                : option.type(String.class).build();
    }
}
