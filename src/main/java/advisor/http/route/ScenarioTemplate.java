package advisor.http.route;

import advisor.advice.OptionVerdict;
import advisor.http.live.Knowledge;
import advisor.request.ModelList;
import advisor.request.Question;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A scenario of a request, which expects of the first option that it stands as it does now.
 *
 * @param request with its day
 */
record ScenarioTemplate(String name, SortedMap<String, String> request) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*");

    ScenarioTemplate {
        request = new TreeMap<>(request);
    }

    String text(Knowledge known) {
        SortedMap<String, String> asked = ModelList.catalogued(request, known.catalog());
        OptionVerdict first = known.advisor()
                .assess(Question.of(asked, LocalDate.EPOCH))
                .advice()
                .verdicts()
                .get(0);
        String fields = asked.entrySet().stream()
                .map(field -> field.getKey() + ": " + written(field.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
        return """
                - name: %s
                  request: %s
                  expect:
                    %s: {stance: %s}
                """
                .formatted(
                        written(name),
                        fields,
                        first.option().id(),
                        first.stance().id());
    }

    /** What YAML could take for something else is quoted. */
    private static String written(String text) {
        return PLAIN.matcher(text).matches() ? text : TextNode.valueOf(text).toString();
    }
}
