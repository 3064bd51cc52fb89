package advisor.catalog;

import advisor.catalog.yaml.Section;
import advisor.facts.model.Substitute;
import advisor.text.NearestName;
import advisor.text.Text;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what can stand in for a model. */
final class SubstituteReader {
    private final Citations citations;
    private final Set<String> models;
    private final SortedMap<String, List<Substitute>> byModel = new TreeMap<>();

    /** @param models ids of all models */
    SubstituteReader(Citations citations, Set<String> models) {
        this.citations = citations;
        this.models = models;
    }

    /** Those of one model. */
    void read(Section model) {
        List<Substitute> read =
                model.sections("substitutes").stream().map(this::substitute).toList();
        if (!read.isEmpty()) {
            byModel.put(model.text("id"), read);
        }
    }

    /** All that was read, by the id of the model that they stand in for. */
    SortedMap<String, List<Substitute>> byModel() {
        return byModel;
    }

    private Substitute substitute(Section section) {
        String model = section.text("model");
        if (!model.isEmpty() && !models.contains(model)) {
            section.problem(
                    "model",
                    new Text("The substitute (%s) must be a model of the catalog.", "替代者（%s）须为目录中的模型。").with(model),
                    NearestName.hintText(model, models));
        }
        Substitute substitute = new Substitute(
                model,
                section.choice("kind", Substitute.Kind.class),
                section.date("from"),
                citations.read(section, "source"),
                section.localised("because"));
        section.done();
        return substitute;
    }
}
