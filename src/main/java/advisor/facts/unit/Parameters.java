package advisor.facts.unit;

import advisor.text.LoadException;
import advisor.text.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The parameters in force for one request, by id. */
public final class Parameters {
    private final Map<String, Parameter> byId;
    private final ExchangeTable exchange;

    private Parameters(Map<String, Parameter> byId) {
        this.byId = byId;
        this.exchange = ExchangeTable.of(byId.values());
    }

    public static Parameters of(Collection<Parameter> parameters) {
        return new Parameters(
                parameters.stream().collect(Collectors.toUnmodifiableMap(Parameter::id, Function.identity())));
    }

    /**
     * Through which rates an amount goes from one currency into another.
     *
     * @throws LoadException if no rates that lead there are in force: the catalog is then incomplete
     */
    public List<ExchangeTable.Step> exchange(Currency from, Currency to) {
        return exchange.way(from, to)
                .orElseThrow(() -> incomplete("No rate of exchange from %s to %s is in force.".formatted(from, to)));
    }

    public boolean has(String id) {
        return byId.containsKey(id);
    }

    /** @throws LoadException if no value is in force: the catalog is then incomplete */
    public double value(String id) {
        return get(id).value();
    }

    /** @throws LoadException if no value is in force: the catalog is then incomplete */
    public Parameter get(String id) {
        Parameter parameter = byId.get(id);
        if (parameter == null) {
            throw incomplete("The parameter (%s) has no value in force.".formatted(id));
        }
        return parameter;
    }

    private static LoadException incomplete(String message) {
        return new LoadException(List.of(Problem.inFile("catalog/parameters", message)));
    }
}
