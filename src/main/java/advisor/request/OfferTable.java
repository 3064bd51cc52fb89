package advisor.request;

import advisor.catalog.pricelist.TableFile;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Machines of one's own and quotes as rows of a table, or mappings: a column for each term. */
final class OfferTable {
    private static final String CURRENCY = "currency";
    private static final List<OfferTerm> AMOUNTS = List.of(OfferTerm.PRICE, OfferTerm.EACH, OfferTerm.WORTH);

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

    private static Optional<OfferTerm> term(String column) {
        return Arrays.stream(OfferTerm.values())
                .filter(term -> term.key().equals(TableFile.key(column)))
                .findFirst();
    }
}
