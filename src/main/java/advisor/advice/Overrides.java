package advisor.advice;

import advisor.catalog.Catalog;
import advisor.catalog.DatedParameter.Bounds;
import advisor.facts.Request;
import advisor.facts.unit.Currency;
import advisor.facts.unit.Money;
import advisor.facts.unit.Parameter;
import advisor.request.BadRequestException;
import advisor.request.FieldFault;
import advisor.request.HomeCurrency;
import advisor.text.NearestName;
import advisor.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalog's parameters with what a request assumes otherwise. */
public final class Overrides {
    private final Catalog catalog;
    private final Request request;
    private final Map<String, Bounds> allowed;
    private final List<FieldFault> faults = new ArrayList<>();

    public Overrides(Catalog catalog, Request request) {
        this.catalog = catalog;
        this.request = request;
        this.allowed = catalog.overridable(request.asOf(), request.lens());
    }

    /** @throws BadRequestException with every assumption that cannot be made, and a budget that cannot be compared */
    public List<Parameter> parameters() {
        request.assumptions().forEach(this::check);
        checkBudget();
        checkCurrency();
        if (!faults.isEmpty()) {
            throw BadRequestException.of(faults);
        }
        return catalog.parameters(request.asOf(), request.lens()).stream()
                .map(this::overridden)
                .toList();
    }

    private void check(String id, double value) {
        Bounds bounds = allowed.get(id);
        if (bounds == null) {
            Text near = NearestName.hintText(id, allowed.keySet());
            Text hint =
                    near.en().isEmpty() ? new Text("Maybe %s?".formatted(groups()), "可用：%s".formatted(groups())) : near;
            String line = System.lineSeparator();
            fault(new Text(
                    "The assumption (%s) is none that a request may make.%s%s".formatted(id, line, hint.en()),
                    "请求不能设定该假设（%s）。%s%s".formatted(id, line, hint.zh())));
        } else if (!bounds.accept(value)) {
            fault(new Text(
                    "The assumption (%s=%s) must be %s to %s."
                            .formatted(id, plain(value), plain(bounds.least()), plain(bounds.most())),
                    "假设（%s=%s）必须为 %s 至 %s。".formatted(id, plain(value), plain(bounds.least()), plain(bounds.most()))));
        }
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** A budget is worth something only in a currency that prices can be brought into. */
    private void checkBudget() {
        Money budget = request.budget();
        SortedSet<String> understood = catalog.currencies(request.asOf(), request.lens());
        if (budget != null && !understood.contains(budget.currency().code())) {
            String amount = budget.amount().toPlainString() + budget.currency();
            faults.add(new FieldFault("budget", noRate(amount, understood)));
        }
    }

    private void checkCurrency() {
        Currency asked = request.currencyAsked();
        SortedSet<String> understood = catalog.currencies(request.asOf(), request.lens());
        if (asked != null && !understood.contains(asked.code())) {
            faults.add(new FieldFault(
                    "currency",
                    new Text(
                            "The catalog has no rate of exchange for the currency (%s), but for %s."
                                    .formatted(asked, either(understood, ", ", " and ")),
                            "目录中没有货币 %s 的汇率，有：%s。".formatted(asked, either(understood, "、", "、")))));
        }
    }

    private Text noRate(String amount, SortedSet<String> understood) {
        String country = request.jurisdiction();
        return Stream.ofNullable(country)
                .flatMap(code -> HomeCurrency.of(code).stream())
                .filter(home -> understood.contains(home.code()))
                .map(home -> HomeCurrency.hint(String.valueOf(country), home))
                .map(hint -> new Text(
                        "The catalog has no rate of exchange for the budget (%s).%s".formatted(amount, hint.en()),
                        "目录中没有预算（%s）货币的汇率。%s".formatted(amount, hint.zh())))
                .findFirst()
                .orElseGet(() -> new Text(
                        "The budget (%s) is not an amount in %s: the catalog has no rate of exchange for it."
                                .formatted(amount, either(understood, ", ", " or ")),
                        "预算（%s）不是 %s 金额：目录中没有其汇率。".formatted(amount, either(understood, "、", " 或 "))));
    }

    private static String either(SortedSet<String> names, String between, String beforeLast) {
        SortedSet<String> butLast = names.headSet(names.last());
        return butLast.isEmpty() ? names.last() : String.join(between, butLast) + beforeLast + names.last();
    }

    private void fault(Text text) {
        faults.add(new FieldFault("assume", text));
    }

    /** {@code cost/…} and the like. */
    private String groups() {
        return allowed.keySet().stream()
                .map(known -> known.substring(0, known.indexOf('/')) + "/…")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private Parameter overridden(Parameter parameter) {
        Double value = request.assumptions().get(parameter.id());
        return value == null ? parameter : parameter.setTo(value, request.asOf());
    }
}
