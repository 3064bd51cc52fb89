package advisor.bench.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Draws a table by chance; the same seed gives the same table. */
final class TableGenerator {
    private static final int RULES_OF_A_TOPIC = 10;
    private static final int MOST_CONDITIONS = 4;
    private static final double SHARE_ON_REQUEST = 0.15;
    private static final double SHARE_BETWEEN_BOTH = 0.5;

    private final Random chance;

    private TableGenerator(long seed) {
        this.chance = new Random(seed);
    }

    static Table table(long seed, int rules, int options, int requests) {
        TableGenerator generator = new TableGenerator(seed);
        return new Table(
                generator.times(rules, generator::rule),
                generator.times(options, option -> generator.record(Fields.OPTION)),
                generator.times(requests, request -> generator.record(Fields.REQUEST)));
    }

    private <T> List<T> times(int count, IntFunction<T> one) {
        return IntStream.range(0, count).mapToObj(one).toList();
    }

    private Map<String, Object> record(Map<String, Field> fields) {
        Map<String, Object> record = new LinkedHashMap<>();
        fields.values().forEach(field -> record.put(field.name(), oneOf(field.values())));
        return record;
    }

    private Table.Rule rule(int number) {
        String id = String.format(Locale.ROOT, "topic%s/rule-%s", number / RULES_OF_A_TOPIC, number);
        Set<Table.Condition> conditions = new LinkedHashSet<>();
        Set<Field> read = new LinkedHashSet<>();
        int wanted = 1 + chance.nextInt(MOST_CONDITIONS);
        while (conditions.size() < wanted) {
            Table.Owner owner = conditions.isEmpty() || chance.nextDouble() >= SHARE_ON_REQUEST
                    ? Table.Owner.OPTION
                    : Table.Owner.REQUEST;
            Field field = oneOf(List.copyOf(Fields.of(owner).values()));
            if ((field.hasLiteral() || field.counterpart() != null) && read.add(field)) {
                conditions.add(condition(owner, field));
            }
        }
        return new Table.Rule(id, new ArrayList<>(conditions));
    }

    private Table.Condition condition(Table.Owner owner, Field field) {
        String operator = oneOf(field.ordered() ? List.of("<", "<=", ">", ">=") : List.of("==", "!="));
        boolean between =
                field.counterpart() != null && (!field.hasLiteral() || chance.nextDouble() < SHARE_BETWEEN_BOTH);
        return new Table.Condition(
                owner,
                field.name(),
                operator,
                between ? null : oneOf(field.thresholds()),
                between ? field.counterpart() : null);
    }

    private <T> T oneOf(List<T> values) {
        return values.get(chance.nextInt(values.size()));
    }
}
