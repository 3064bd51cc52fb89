package advisor.facts.offer;

import advisor.facts.unit.MoneyRange;
import advisor.facts.unit.Sourced;
import org.jspecify.annotations.Nullable;

/** One row of a bill of materials, or a sum that a document prints. {@code group} is hardware, software or total. */
public record BillItem(String part, String group, MoneyRange price, String source, @Nullable String asPrinted)
        implements Sourced {}
