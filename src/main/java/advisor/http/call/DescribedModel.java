package advisor.http.call;

import advisor.catalog.Catalog;
import advisor.catalog.modelfile.ConfigText;
import advisor.facts.model.ModelFacts;
import advisor.request.BadRequestException;
import advisor.request.FieldFault;
import advisor.request.ModelList;
import advisor.request.Question;
import advisor.text.LoadException;
import advisor.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A model that the body of a call describes by its {@code config.json}. */
final class DescribedModel {
    static final String FIELD = "model-config";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private DescribedModel() {}

    /**
     * Reads a request: the command line's fields, and {@code model-config} in the place of a model.
     *
     * @throws BadRequestException if a field is not plain, or the configuration cannot be read
     */
    static Question question(ObjectNode request, Catalog catalog, LocalDate today) {
        ObjectNode plain = request.deepCopy();
        JsonNode config = plain.remove(FIELD);
        SortedMap<String, String> fields = PlainFields.of(plain);
        if (config == null || config.isNull()) {
            return Question.of(ModelList.catalogued(fields, catalog), today);
        }
        ModelFacts described = facts(config, fields.get("model"), catalog);
        fields.put("model", described.id());
        return new Question(fields, today, described);
    }

    /**
     * The facts of a configuration.
     *
     * @param name what the model is to be called; {@code null} to take it from the configuration
     * @throws BadRequestException if it is no configuration, or the name is another model's or no plain word
     */
    private static ModelFacts facts(JsonNode config, @Nullable String name, Catalog catalog) {
        if (name != null) {
            refuseName(name, catalog.models().keySet());
        }
        String id = name == null ? ownName(config, catalog.models().keySet()) : name;
        try {
            return ConfigText.read(id, FIELD, config.toString());
        } catch (LoadException e) {
            throw BadRequestException.of(e.problems().stream()
                    .map(problem -> new FieldFault(FIELD, problem.said()))
                    .toList());
        }
    }

    private static void refuseName(String name, Set<String> taken) {
        if (taken.contains(name)) {
            throw fault(
                    "The model (%s) is in the catalog; a model-config needs another name, or none.".formatted(name),
                    "模型（%s）已在目录中：model-config 需另取名称，或不写 model。".formatted(name));
        }
        if (!NAME.matcher(name).matches()) {
            throw fault(
                    "The model (%s) must be a name of letters, digits, dots and dashes.".formatted(name),
                    "模型（%s）必须由字母、数字、点和连字符组成。".formatted(name));
        }
    }

    private static BadRequestException fault(String en, String zh) {
        return BadRequestException.of(List.of(new FieldFault("model", new Text(en, zh))));
    }

    /** The last part of the path that the configuration came from, or else the kind of its architecture. */
    private static String ownName(JsonNode config, Set<String> taken) {
        String path = config.path("_name_or_path").asText("");
        String own = Stream.of(
                        path.substring(path.lastIndexOf('/') + 1),
                        config.path("model_type").asText(""))
                .filter(name -> NAME.matcher(name).matches())
                .findFirst()
                .orElse("model");
        return taken.contains(own) ? own + "-config" : own;
    }
}
