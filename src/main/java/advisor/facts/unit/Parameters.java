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

    private Parameters(Map<String, Parameter> byId, ExchangeTable exchange) {
        this.byId = byId;
        this.exchange = exchange;
    }

    public static Parameters of(Collection<Parameter> parameters) {
        return new Parameters(
                parameters.stream().collect(Collectors.toUnmodifiableMap(Parameter::id, Function.identity())),
                ExchangeTable.of(parameters));
    }

    /** Whether what is paid rests on it, and nothing else. */
    public static boolean isOfCosts(Parameter parameter) {
        return parameter.id().startsWith("cost/") || parameter.id().startsWith("electricity/");
    }

    /** All but those that only costs rest on: whoever may be asked once for all costs finds no value of theirs. */
    public Parameters withoutCosts() {
        return new Parameters(
                byId.values().stream()
                        .filter(parameter -> !isOfCosts(parameter))
                        .collect(Collectors.toUnmodifiableMap(Parameter::id, Function.identity())),
                exchange);
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
