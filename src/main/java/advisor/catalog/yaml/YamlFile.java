package advisor.catalog.yaml;

import advisor.catalog.yaml.YamlNode.Mapping;
import advisor.catalog.yaml.YamlNode.Place;
import advisor.catalog.yaml.YamlNode.Scalar;
import advisor.catalog.yaml.YamlNode.Sequence;
import advisor.text.Text;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one YAML or JSON document into nodes that remember their places. */
public final class YamlFile {
    private static final JsonFactory YAML = new YAMLFactory();

    /** Python writes infinities that JSON does not have. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final JsonFactory language;
    private final String file;
    private final Problems problems;

    private YamlFile(JsonFactory language, String file, Problems problems) {
        this.language = language;
        this.file = file;
        this.problems = problems;
    }

    /** The document's root, or {@code null} if it cannot be parsed: the reason is then among the problems. */
    public static @Nullable YamlNode read(String file, String text, Problems problems) {
        return new YamlFile(YAML, file, problems).parse(text);
    }

    /** As {@link #read}, of a JSON document. */
    public static @Nullable YamlNode readJson(String file, String text, Problems problems) {
        return new YamlFile(JSON, file, problems).parse(text);
    }

    private @Nullable YamlNode parse(String text) {
        try (JsonParser parser = language.createParser(text)) {
            if (parser.nextToken() == null) {
                problems.add(new Place(file, 1, 1), new Text("The file is empty.", "文件是空的。"), Text.NONE);
                return null;
            }
            YamlNode root = node(parser);
            if (parser.nextToken() != null) {
                problems.add(
                        place(parser.currentTokenLocation()),
                        new Text("The file holds a second document, which nobody reads.", "文件含第二个文档，不会被读取。"),
                        new Text("Maybe a file of its own?", "请拆成另一个文件。"));
            }
            return root;
        } catch (JsonProcessingException e) {
            Text fault = new Text("The file is not valid %s: %s", "文件不是有效的 %s：%s")
                    .with(name(), firstLine(e.getOriginalMessage()));
            problems.add(place(e.getLocation()), fault, Text.NONE);
            return null;
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory cannot fail to be read.", e);
        }
    }

    private YamlNode node(JsonParser parser) throws IOException {
        Place at = place(parser.currentTokenLocation());
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, at);
            case START_ARRAY -> sequence(parser, at);
            case VALUE_NULL -> new Scalar("", at);
            default -> new Scalar(parser.getText(), at);
        };
    }

    private Mapping mapping(JsonParser parser, Place at) throws IOException {
        Map<String, YamlNode> values = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place place = place(parser.currentTokenLocation());
            parser.nextToken();
            if (values.put(key, node(parser)) != null) {
                problems.add(
                        place,
                        new Text("The key (%s) stands twice in one mapping.", "同一映射中键（%s）重复。").with(key),
                        Text.NONE);
            }
            keys.put(key, place);
        }
        return new Mapping(values, keys, at);
    }

    private Sequence sequence(JsonParser parser, Place at) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser));
        }
        return new Sequence(items, at);
    }

    private Place place(@Nullable JsonLocation location) {
        return location == null
                ? new Place(file, 1, 1)
                : new Place(file, location.getLineNr(), Math.max(1, location.getColumnNr()));
    }

    private String name() {
        return language == JSON ? "JSON" : "YAML";
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
