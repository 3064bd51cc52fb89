package advisor.catalog.pricelist;

import advisor.catalog.pricelist.NamedRows.Row;
import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.YamlNode.Scalar;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A table of prices of tokens with a row for each model of each provider. */
final class PriceTable {
    static final String FROM = "from";

    private static final Set<String> REQUIRED = Set.of("provider", "model", "input", "output", "currency");
    private static final Set<String> KNOWN =
            Set.of("provider", "model", "input", "cached_input", "output", "currency", "tokens", FROM, "note");

    private PriceTable() {}

    static List<ListedPrice> read(NamedRows table, Problems problems) {
        table.refuseOthers(KNOWN, problems);
        List<ListedPrice> prices = new ArrayList<>();
        for (Row row : table.read(REQUIRED, problems)) {
            List<String> missing = REQUIRED.stream()
                    .filter(column -> row.cell(column) == null)
                    .sorted()
                    .toList();
            missing.forEach(column -> problems.add(
                    row.at(), new Text("The %s of the row is missing.", "该行缺少 %s。").with(column), Text.NONE));
            if (missing.isEmpty()) {
                prices.add(price(row));
            }
        }
        return prices;
    }

    private static ListedPrice price(Row row) {
        Scalar tokens = row.cell("tokens");
        return new ListedPrice(
                row.text("provider"),
                row.text("model"),
                Objects.requireNonNull(row.cell("input")),
                row.cell("cached_input"),
                Objects.requireNonNull(row.cell("output")),
                row.cell("currency"),
                tokens == null ? new Scalar("million", row.at()) : tokens,
                row.cell(FROM),
                row.at());
    }
}
