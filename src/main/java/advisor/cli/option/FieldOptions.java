package advisor.cli.option;

import advisor.facts.OnlyOffers;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import advisor.text.Ids;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
                fields.put(name, several.stream().map(Object::toString).collect(Collectors.joining(separator(name))));
            } else if (value != null) {
                fields.put(name, value.toString());
            }
        });
        return fields;
    }

    private static String separator(String name) {
        return Objects.requireNonNull(
                Objects.requireNonNull(RequestFields.find(name)).type().kind().separator());
    }

    /** What may be given several times is a repeatable option, and one of no and yes is a flag. */
    private static OptionSpec option(RequestField<?> field) {
        OptionSpec.Builder option = OptionSpec.builder("--" + field.name())
                .paramLabel(field.type().label())
                .description(field.help().in(Speech.ofLocale()));
        if (field.type().kind().separator() != null) {
            return option.type(List.class).auxiliaryTypes(String.class).build();
        }
        String yes = Ids.of(OnlyOffers.YES);
        return field.choices().containsKey(yes)
                ? option.type(String.class).arity("0..1").fallbackValue(yes).build()
                : option.type(String.class).build();
    }
}
