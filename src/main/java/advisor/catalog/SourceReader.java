package advisor.catalog;

import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.Section;
import advisor.catalog.yaml.YamlNode;
import advisor.catalog.yaml.YamlNode.Sequence;
import advisor.facts.unit.Source;
import advisor.text.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code sources.yaml}. */
final class SourceReader {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+\\.[^\\s/]+(/\\S*)?");

    /** Says that there is no address. */
    private static final String NOWHERE = "none";

    private static final Text SOURCE = new Text("a source", "某个来源");

    private final Problems problems;

    /** How much weight sources have. */
    private static final Set<String> GRADES = Set.of(
            "vendor-spec",
            "regulation",
            "benchmark",
            "catalogue",
            "code",
            "documentation",
            "expert-opinion",
            "market-quote",
            "press");

    SourceReader(Problems problems) {
        this.problems = problems;
    }

    Map<String, Source> read(YamlNode root) {
        Map<String, Source> sources = new LinkedHashMap<>();
        if (!(root instanceof Sequence list)) {
            problems.add(
                    root.at(), new Text("sources.yaml must be a list of sources.", "sources.yaml 须为来源的列表。"), Text.NONE);
            return sources;
        }
        for (YamlNode item : list.items()) {
            Section section = new Section(item, SOURCE, problems);
            Source source = source(section);
            if (sources.put(source.id(), source) != null) {
                section.problem(
                        "id", new Text("The source (%s) stands twice.", "来源（%s）重复。").with(source.id()), Text.NONE);
            }
        }
        return sources;
    }

    private static Source source(Section section) {
        Source source = new Source(
                section.text("id"),
                section.localised("title"),
                section.optionalText("author"),
                section.optionalDate("published"),
                section.date("retrieved"),
                section.choice("grade", GRADES, "catalogue"),
                section.text("where"),
                address(section),
                section.flag("grey", false),
                places(section));
        section.done();
        return source;
    }

    /** None where a source says so: a price that somebody asked, a paper without a page. */
    private static @Nullable String address(Section section) {
        String address = section.optionalText("address");
        if (NOWHERE.equals(address)) {
            return null;
        }
        if (address != null && !ADDRESS.matcher(address).matches()) {
            section.problem(
                    "address",
                    new Text("The address (%s) must be one of the web.", "地址（%s）须为网址。").with(address),
                    new Text("It begins with https://, or is none.", "以 https:// 开头；没有则写 none。"));
        }
        return address;
    }

    private static Map<String, Text> places(Section section) {
        Map<String, Text> places = new LinkedHashMap<>();
        Section anchors = section.optionalSection("places");
        if (anchors != null) {
            anchors.keys().forEach(anchor -> places.put(anchor, anchors.localised(anchor)));
        }
        return places;
    }
}
