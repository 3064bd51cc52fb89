package advisor.http.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The document of the API, as tests read it. */
public final class ApiDocument {
    public static final JsonNode ROOT = DocumentRoutes.document();

    private ApiDocument() {}

    /** Method and pattern of each operation, as {@code POST /api/advice}. */
    public static List<String> operations() {
        return ROOT.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(Map.Entry::getKey)
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .sorted()
                .toList();
    }

    public static JsonNode operation(String operation) {
        String[] parts = operation.split(" ", 2);
        return ROOT.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
    }

    /** The path of an operation with the examples of its parameters in their places, those behind the path too. */
    public static String path(String operation) {
        String path = operation.split(" ", 2)[1];
        for (JsonNode parameter : operation(operation).path("parameters")) {
            if (parameter.path("in").asText().equals("path")) {
                String name = "{" + parameter.path("name").asText() + "}";
                path = path.replace(name, parameter.path("example").asText());
            }
        }
        String query = StreamSupport.stream(
                        operation(operation).path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("query") && parameter.has("example"))
                .map(parameter -> parameter.path("name").asText() + "="
                        + parameter.path("example").asText())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** The media type of the body of an operation; JSON if it takes none. */
    public static String type(String operation) {
        JsonNode content = operation(operation).at("/requestBody/content");
        return content.isEmpty() ? "application/json" : content.fieldNames().next();
    }

    /** The example of the body of an operation, if that is JSON; empty if it takes none. */
    public static Optional<JsonNode> body(String operation) {
        return Optional.of(operation(operation).at("/requestBody/content/application~1json/example"))
                .filter(example -> !example.isMissingNode());
    }
}
