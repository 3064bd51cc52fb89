package advisor.catalog.yaml;

import java.util.List;
import java.util.Map;

/** A part of a YAML file that knows where it stands. */
public sealed interface YamlNode {
    Place at();

    /** A place in a file; lines and columns count from 1. */
    record Place(String file, int line, int column) {}

    /** A scalar as written, without quotes; an empty value is the empty text. */
    record Scalar(String text, Place at) implements YamlNode {}

    record Sequence(List<YamlNode> items, Place at) implements YamlNode {}

    /** A mapping; {@code keys} holds where each key stands. */
    record Mapping(Map<String, YamlNode> values, Map<String, Place> keys, Place at) implements YamlNode {}
}
