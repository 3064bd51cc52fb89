package advisor.http.gate;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Refuses a method that a path does not have, before who asks is looked at: it would not help to be another. */
public final class OfferedMethods {
    private static final List<HandlerType> METHODS =
            List.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.DELETE);

    private final BiPredicate<HandlerType, String> routed;

    /** @param routed whether there is a route for a method and a path */
    public OfferedMethods(BiPredicate<HandlerType, String> routed) {
        this.routed = routed;
    }

    /** @throws MethodNotAllowedResponse with the methods that the path has, if it has others only */
    void check(Context context) {
        String path = context.path();
        List<HandlerType> offered =
                METHODS.stream().filter(method -> routed.test(method, path)).toList();
        if (!offered.isEmpty() && !offered.contains(context.method())) {
            String names = offered.stream().map(HandlerType::name).collect(Collectors.joining(", "));
            throw new MethodNotAllowedResponse("Method not allowed", Map.of("availableMethods", names));
        }
    }
}
