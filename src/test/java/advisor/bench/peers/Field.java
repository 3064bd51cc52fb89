package advisor.bench.peers;

import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import advisor.text.Ids;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of the table, and where the facts hold it.
 *
 * @param path properties from the fact on: {@code cost.likelyOutlay}
 * @param type {@code int}, {@code double}, {@code boolean}, {@link String}, {@link Money} or an enum
 * @param values what it may hold, in their order if they have one; amounts of money as whole CNY
 * @param counterpart the field of the request that it may be compared with
 */
record Field(String name, String path, Class<?> type, List<Object> values, @Nullable String counterpart) {

    static Field of(String name, String path, Class<?> type, Object... values) {
        return new Field(name, path, type, List.of(values), null);
    }

    static Field of(String name, String path, Class<? extends Enum<?>> type) {
        List<Object> ids = Arrays.stream(type.getEnumConstants())
                .limit(4)
                .<Object>map(Ids::of)
                .toList();
        return new Field(name, path, type, ids, null);
    }

    Field against(String requestField) {
        return new Field(name, path, type, values, requestField);
    }

    boolean ordered() {
        return type == int.class || type == double.class || type == Money.class;
    }

    /** What it may be compared with: neither its least nor its greatest value, which all or none exceed. */
    List<Object> thresholds() {
        return ordered() ? values.subList(1, values.size() - 1) : values;
    }

    /** Money has no literal in a rule: it is compared with the request's alone. */
    boolean hasLiteral() {
        return type != Money.class;
    }

    /** A value of the table as Java and DRL write it. */
    String literal(Object value) {
        if (type.isEnum()) {
            return type.getSimpleName() + "." + constant(value).name();
        }
        return type == String.class ? "\"" + value + "\"" : value.toString();
    }

    /** A value of the table as the facts hold it. */
    Object fact(Object value) {
        if (type == Money.class) {
            return new Money(BigDecimal.valueOf(((Number) value).longValue()), Currency.CNY);
        }
        return type.isEnum() ? constant(value) : value;
    }

    private Enum<?> constant(Object id) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> (Enum<?>) constant)
                .filter(constant -> Ids.of(constant).equals(id))
                .findFirst()
                .orElseThrow();
    }
}
