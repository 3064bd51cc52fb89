package advisor.report.brief;

import advisor.advice.OptionVerdict;
import advisor.report.json.JsonReport;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Trees of JSON, and how they are kept short. */
final class Briefly {
    private Briefly() {}

    static ArrayNode texts(Collection<String> texts) {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        texts.forEach(node::add);
        return node;
    }

    /** The ids of options by the rule that keeps each from working, both in the order of the alphabet. */
    static ObjectNode byRule(List<OptionVerdict> options) {
        Map<String, TreeSet<String>> byRule = new TreeMap<>();
        options.forEach(option -> option.best().decisive().ifPresent(reason -> byRule.computeIfAbsent(
                        reason.rule().id(), id -> new TreeSet<>())
                .add(option.option().id())));
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        byRule.forEach((rule, ids) -> node.set(rule, texts(ids)));
        return node;
    }

    /** In UTF-8, in one line. */
    static int bytes(ObjectNode node) {
        return JsonReport.line(node).getBytes(StandardCharsets.UTF_8).length;
    }

    /** Takes from the end of a list until the tree is short enough or the list has only so many left; tells how many. */
    static int shorten(ObjectNode tree, ArrayNode list, int least, int mostBytes) {
        int taken = 0;
        while (list.size() > least && bytes(tree) > mostBytes) {
            list.remove(list.size() - 1);
            taken++;
        }
        return taken;
    }
}
