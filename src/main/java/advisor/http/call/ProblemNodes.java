package advisor.http.call;

import advisor.text.Problem;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** What is wrong in files, as JSON. */
public final class ProblemNodes {
    private ProblemNodes() {}

    /** File, line, column, message and hint of each; a line or column of 0 is not known. */
    public static ArrayNode of(List<Problem> problems) {
        ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
        problems.forEach(problem -> nodes.addObject()
                .put("file", problem.file())
                .put("line", problem.line())
                .put("column", problem.column())
                .put("message", problem.message())
                .put("hint", problem.hint()));
        return nodes;
    }
}
