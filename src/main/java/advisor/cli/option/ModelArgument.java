package advisor.cli.option;

import advisor.catalog.Catalog;
import advisor.catalog.modelfile.ModelFiles;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.ModelFacts;
import advisor.request.BadRequestException;
import advisor.request.ModelList;
import advisor.request.Question;
import advisor.text.Language;
import advisor.text.LoadException;
import advisor.text.Problem;
import advisor.text.Text;
import advisor.text.UnknownNameException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user names as a model: an id of the catalog, or else the path of its files. A catalogued id stays one, whatever
 * lies in the current folder; {@code ./id} means the folder.
 */
public final class ModelArgument {
    private ModelArgument() {}

    /**
     * The fields with each model by its id; what names a file means that file, whatever else is called so.
     */
    public static Map<String, String> named(Map<String, String> fields, Catalog catalog) {
        return existing(fields.getOrDefault("model", "")) == null ? ModelList.catalogued(fields, catalog) : fields;
    }

    /** The question that fields ask, of a model of the catalog or of files. */
    public static Question question(Map<String, String> fields, LocalDate today, Catalog catalog) {
        return Question.of(named(fields, catalog), today, model -> facts(model, catalog));
    }

    /**
     * The facts in the files that a text names; {@code null} if it names a model of the catalog.
     *
     * @throws BadRequestException if it names neither, or files that cannot be read
     */
    public static @Nullable ModelFacts facts(String text, Catalog catalog) {
        if (catalog.models().containsKey(text)) {
            return null;
        }
        Path path = existing(text);
        if (path != null) {
            return read(path);
        }
        if (looksLikePath(text)) {
            throw new BadRequestException(List.of(missing(text)));
        }
        return null;
    }

    /** @throws BadRequestException if the catalog has no such model; it says what else is accepted */
    public static LanguageModel catalogued(String id, Catalog catalog) {
        try {
            return catalog.model(id);
        } catch (UnknownNameException e) {
            Text unknown = new Text(e.message(Language.EN), e.message(Language.ZH));
            throw new BadRequestException(List.of(unknown, ModelFiles.ACCEPTED));
        }
    }

    private static ModelFacts read(Path path) {
        try {
            return ModelFiles.read(path);
        } catch (LoadException e) {
            throw new BadRequestException(
                    e.problems().stream().map(ModelArgument::text).toList());
        }
    }

    private static @Nullable Path existing(String text) {
        try {
            Path path = Path.of(text);
            return !text.isBlank() && Files.exists(path) ? path : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static boolean looksLikePath(String text) {
        return text.contains("/") || text.contains("\\") || text.endsWith(".json") || text.endsWith(".gguf");
    }

    private static Text missing(String text) {
        String line = System.lineSeparator();
        return new Text(
                "The model (%s) is no file or folder that exists.%s%s".formatted(text, line, ModelFiles.ACCEPTED.en()),
                "模型（%s）：没有这样的文件或文件夹。%s%s".formatted(text, line, ModelFiles.ACCEPTED.zh()));
    }

    private static Text text(Problem problem) {
        return new Text(problem.toString(), problem.toString());
    }
}
