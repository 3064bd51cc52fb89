package advisor.sizing.cost;

import advisor.facts.unit.Currency;
import advisor.facts.unit.ExchangeTable;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Parameters;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The parameters that one cost rests on, noted as they are asked for. */
final class Assumptions {
    private final Parameters parameters;
    private final SortedMap<String, Parameter> used = new TreeMap<>();

    Assumptions(Parameters parameters) {
        this.parameters = parameters;
    }

    /** The same, to note more beside what was asked for. */
    Assumptions copy() {
        Assumptions copy = new Assumptions(parameters);
        copy.used.putAll(used);
        return copy;
    }

    double value(String id) {
        return range(id).likely();
    }

    Interval range(String id) {
        return get(id).range();
    }

    /** What goes into a formula, with its uncertainty. */
    Operand operand(String id) {
        return Operand.of(get(id));
    }

    /** What goes into a formula, as if it were certain. */
    Operand likely(String id) {
        return Operand.likely(get(id));
    }

    private Parameter get(String id) {
        Parameter parameter = parameters.get(id);
        used.put(id, parameter);
        return parameter;
    }

    /** Through which rates an amount goes into another currency. */
    List<ExchangeTable.Step> exchange(Currency from, Currency to) {
        return parameters.exchange(from, to);
    }

    boolean has(String id) {
        return parameters.has(id);
    }

    /** What has been asked for, by id. */
    List<Parameter> used() {
        return List.copyOf(used.values());
    }
}
