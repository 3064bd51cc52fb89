package advisor.audit;

import advisor.advice.RequestFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Fields of a request that a record can hide. No figure of any option is derived from them: they reach a record through
 * rules alone, and which rules read them can be told. A load, a horizon or a country cannot be hidden: every cost and
 * every speed would betray it.
 */
enum MaskableField {
    BUDGET("budget", "budget"),
    MAX_POWER_KW("max-power-kw", "maxPowerKilowatts"),
    MAX_NODES("max-nodes", "maxNodes");

    private final String field;
    private final String property;

    /**
     * @param field on the command line
     * @param property of the facts that carries it, and the end of the names of properties derived from it
     */
    MaskableField(String field, String property) {
        this.field = field;
        this.property = property;
    }

    static Optional<MaskableField> of(String field) {
        return Arrays.stream(values())
                .filter(known -> known.field.equals(field))
                .findFirst();
    }

    static List<String> fields() {
        return Arrays.stream(values()).map(MaskableField::field).toList();
    }

    String field() {
        return field;
    }

    String json() {
        return RequestFields.json(field);
    }

    /** Whether a name in a rule is the field's, or that of what is derived from it, as {@code overBudgetShare}. */
    boolean isReadAs(String name) {
        return name.toLowerCase(Locale.ROOT).contains(property.toLowerCase(Locale.ROOT));
    }
}
