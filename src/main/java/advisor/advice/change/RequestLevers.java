package advisor.advice.change;

import advisor.advice.change.Counterfactual.Change;
import advisor.advice.change.Counterfactual.Of;
import advisor.request.LeverScope;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import java.util.List;

/** Which fields of a request could be changed for an option, and to what. */
final class RequestLevers {
    private RequestLevers() {}

    static List<Lever> of(LeverScope scope) {
        return RequestFields.asTried().stream()
                .flatMap(field -> field.reach(scope).stream().map(values -> lever(field, scope, values)))
                .toList();
    }

    private static Lever lever(RequestField<?> field, LeverScope scope, List<String> values) {
        String present = field.text(scope.request());
        return new Lever(values.stream()
                .map(value -> new Change(Of.REQUEST, field.name(), present, value))
                .toList());
    }
}
