package advisor.request;

import advisor.catalog.pricelist.TableFile;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Machines of one's own and quotes as rows of a table, or mappings: a column for each term. */
final class OfferTable {
    private static final String CURRENCY = "currency";
    private static final List<OfferTerm> AMOUNTS = List.of(OfferTerm.PRICE, OfferTerm.EACH, OfferTerm.WORTH);

    private static final Map<String, Object> TERM = Map.of("type", List.of("string", "number", "null"));

    private OfferTable() {}

    /** A row as a line of text; what is empty says nothing, and what no column is called stays, to be refused. */
    static String line(Map<String, String> row) {
        Map<OfferTerm, String> terms = new EnumMap<>(OfferTerm.class);
        StringBuilder unknown = new StringBuilder();
        row.forEach((column, value) -> {
            if (!value.isBlank() && !TableFile.key(column).equals(CURRENCY)) {
                term(column).ifPresentOrElse(term -> terms.put(term, value.strip()), () -> unknown.append(", ")
                        .append(column)
                        .append(": ")
                        .append(value));
            }
        });
        String currency = row.getOrDefault(CURRENCY, "").strip();
        AMOUNTS.forEach(term -> terms.computeIfPresent(term, (amount, value) -> value + currency));
        return OfferTerm.write(terms) + unknown;
    }

    /** What JSON Schema says of a line of text or an object of terms; how a line goes on is not said. */
    static Map<String, Object> schema() {
        Map<String, Object> terms = new TreeMap<>(Map.of(CURRENCY, TERM));
        Stream.of(OfferTerm.values()).forEach(term -> terms.put(term.key(), TERM));
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

    private static Optional<OfferTerm> term(String column) {
        return Arrays.stream(OfferTerm.values())
                .filter(term -> term.key().equals(TableFile.key(column)))
                .findFirst();
    }
}
