package advisor.request;

import advisor.catalog.pricelist.TableFile;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Machines of one's own and quotes as rows of a table, or mappings: a column for each term. */
final class OfferTable {
    private static final String CURRENCY = "currency";
    private static final List<OfferTerm> AMOUNTS = List.of(OfferTerm.PRICE, OfferTerm.EACH, OfferTerm.WORTH);

    private static final Set<String> COLUMNS = Stream.concat(
                    Stream.of(CURRENCY), Stream.of(OfferTerm.values()).map(OfferTerm::key))
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Object> TERM = Map.of("type", List.of("string", "number", "null"));

    private OfferTable() {}

    /** A row as a line of text; what is empty says nothing; what no column is called stays, and what is said again, to be refused. */
    static String line(Map<String, String> row) {
        Map<String, String> said = new HashMap<>();
        StringBuilder refused = new StringBuilder();
        row.forEach((column, value) -> {
            String key = TableFile.key(column);
            if (!value.isBlank() && (!COLUMNS.contains(key) || said.putIfAbsent(key, value.strip()) != null)) {
                refused.append(", ").append(column).append(": ").append(value);
            }
        });
        return OfferTerm.write(terms(said)) + refused;
    }

    /** By the terms what is said by their keys, amounts with their currency. */
    private static Map<OfferTerm, String> terms(Map<String, String> said) {
        Map<OfferTerm, String> terms = new EnumMap<>(OfferTerm.class);
        Stream.of(OfferTerm.values())
                .filter(term -> said.containsKey(term.key()))
                .forEach(term -> terms.put(term, said.getOrDefault(term.key(), "")));
        AMOUNTS.forEach(
                term -> terms.computeIfPresent(term, (amount, value) -> value + said.getOrDefault(CURRENCY, "")));
        return terms;
    }

    /** What JSON Schema says of a line of text or an object of terms; how a line goes on is not said. */
    static Map<String, Object> schema() {
        Map<String, Object> terms = new TreeMap<>();
        COLUMNS.forEach(column -> terms.put(column, TERM));
        return Map.of(
                "type",
                List.of("string", "object"),
                "properties",
                terms,
                "required",
                List.of(OfferTerm.COUNT.key(), OfferTerm.ACCELERATOR.key()),
                "additionalProperties",
                false);
    }
}
