package advisor.http.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The modules of the page in one script. Each becomes a function that runs when it is first needed; what it gives is
 * read when it is used, so that two modules may need each other. What it adds to a module begins with a dollar, so that no
 * name of the module hides it. It knows the imports and exports that the page and its libraries use, and no others. What
 * stands in the folder of chunks stays a script of its own, which is fetched when it is first needed.
 */
final class ModuleBundle {
    private static final String NAMES = "\\{([^}]*)}";
    private static final Pattern STATIC =
            Pattern.compile("import\\s*(?:(?:" + NAMES + "|([\\w$]+))\\s*from\\s*)?[\"']([^\"']+)[\"'];?");
    private static final Pattern LAZY = Pattern.compile("import\\('([^']+)'\\)");
    private static final Pattern LISTED =
            Pattern.compile("export\\s*" + NAMES + "(?:\\s*from\\s*[\"']([^\"']+)[\"'])?;?");
    private static final Pattern DECLARED =
            Pattern.compile("export (default )?((?:async function|function|class|const|var) ([\\w$]+))");
    private static final Pattern UNREAD =
            Pattern.compile("//# sourceMappingURL=\\S+|/\\*\\*(?!\\s*\\*?\\s*@license)[\\s\\S]*?\\*/\\s*");

    /** Lines of a library that are nothing but a remark, and what stands before the others. */
    private static final Pattern UNREAD_OF_LIBRARIES = Pattern.compile("(?m)^\\s*//(?! @license).*\\R|^\\s+");

    private static final String LOADER =
            """
            const modules = {};
            const made = {};
            function $need(path) {
              if (!made[path]) {
                made[path] = {};
                modules[path](made[path]);
              }
              return made[path];
            }
            """;

    private final Map<PageFile, String> modules = new LinkedHashMap<>();

    private ModuleBundle(PageFile first) {
        add(first);
    }

    /** A script that does what a module and all that it needs do. */
    static String of(String path) {
        PageFile first = new PageFile(path);
        return new ModuleBundle(first).text() + need(first) + ";\n";
    }

    /** A script that exports what a module of the folder of chunks exports by default. */
    static String chunkOf(String path) {
        PageFile first = new PageFile(path);
        return new ModuleBundle(first).text() + "export default " + need(first) + ".default;\n";
    }

    private String text() {
        return LOADER + String.join("", modules.values());
    }

    private void add(PageFile file) {
        if (modules.putIfAbsent(file, "") == null) {
            String text = file.text();
            modules.put(file, wrapped(file, text));
            Stream.of(STATIC, LAZY)
                    .flatMap(pattern -> pattern.matcher(text).results())
                    .map(found -> file.resolve(found.group(found.groupCount())))
                    .filter(found -> file.isInChunk() || !found.isInChunk())
                    .forEach(this::add);
        }
    }

    private static String wrapped(PageFile file, String text) {
        List<String> given = new ArrayList<>();
        String body = replaced(STATIC, text, found -> imported(file, found));
        body = replaced(LAZY, body, found -> later(file.resolve(found.group(1))));
        body = replaced(LISTED, body, found -> {
            String from = found.group(2) == null ? "" : need(file.resolve(found.group(2))) + ".";
            pairs(found.group(1)).forEach((own, other) -> given.add(getter(other, from + own)));
            return "";
        });
        body = replaced(DECLARED, body, found -> {
            given.add(getter(found.group(1) == null ? found.group(3) : "default", found.group(3)));
            return found.group(2);
        });
        body = UNREAD.matcher(body).replaceAll("").replace("import.meta.url", "document.baseURI");
        body = file.isOfLibrary() ? UNREAD_OF_LIBRARIES.matcher(body).replaceAll("") : body;
        return "modules[%s] = ($given) => {\nObject.defineProperties($given, {%s});\n%s\n};\n"
                .formatted(quoted(file), String.join(", ", given), body);
    }

    private static String later(PageFile file) {
        return file.isInChunk()
                ? "import('./" + file.path() + "')"
                : "Promise.resolve().then(() => " + need(file) + ")";
    }

    private static String imported(PageFile file, MatchResult found) {
        String need = need(file.resolve(found.group(3))) + ";";
        if (found.group(2) != null) {
            return "const { default: " + found.group(2) + " } = " + need;
        }
        return found.group(1) == null
                ? need
                : pairs(found.group(1)).entrySet().stream()
                        .map(pair -> pair.getKey().equals(pair.getValue())
                                ? pair.getKey()
                                : pair.getKey() + ": " + pair.getValue())
                        .collect(Collectors.joining(", ", "const { ", " } = " + need));
    }

    /** {@code a as b, c}: by what stands first, what stands last. */
    private static Map<String, String> pairs(String names) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Stream.of(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> {
                    String[] ends = name.split("\\s+as\\s+", -1);
                    pairs.put(ends[0], ends[ends.length - 1]);
                });
        return pairs;
    }

    private static String getter(String name, String own) {
        return name + ": { get: () => " + own + " }";
    }

    private static String replaced(
            Pattern pattern, String text, java.util.function.Function<MatchResult, String> with) {
        UnaryOperator<String> literal = Matcher::quoteReplacement;
        return pattern.matcher(text).replaceAll(found -> literal.apply(with.apply(found)));
    }

    private static String need(PageFile file) {
        return "$need(" + quoted(file) + ")";
    }

    private static String quoted(PageFile file) {
        return "'" + file.path() + "'";
    }
}
