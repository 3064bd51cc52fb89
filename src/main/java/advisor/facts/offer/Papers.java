package advisor.facts.offer;

import advisor.facts.unit.MoneyRange;
import advisor.text.Text;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is written of an option.
 *
 * @param documents places of the founding documents that name it
 * @param asPrinted their own words for it
 * @param notes of the catalog
 */
public record Papers(
        List<String> documents,
        @Nullable String asPrinted,
        List<Text> notes,
        List<BillItem> billOfMaterials,
        List<BillItem> printedTotals) {
    /** Nothing is written. */
    public static final Papers NONE = of(List.of(), null, List.of());

    /** Without a bill. */
    public static Papers of(List<String> documents, @Nullable String asPrinted, List<Text> notes) {
        return new Papers(documents, asPrinted, notes, List.of(), List.of());
    }

    Papers withoutBill() {
        return of(documents, asPrinted, notes);
    }

    static @Nullable MoneyRange sumOfGroup(List<BillItem> items, String group) {
        return sum(items, item -> item.group().equals(group));
    }

    static @Nullable MoneyRange sum(List<BillItem> items, Predicate<BillItem> counted) {
        return items.stream()
                .filter(counted)
                .map(BillItem::price)
                .reduce(MoneyRange::plus)
                .orElse(null);
    }
}
