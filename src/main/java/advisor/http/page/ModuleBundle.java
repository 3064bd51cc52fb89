package advisor.http.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The modules of the page in few scripts: one with the first module and all that it needs at once, and parts that are
 * fetched when {@code import(…)} first asks for a module in them. Modules that the same of these need are one part, so that
 * none is fetched twice; what is fetched soon anyway is no part of others. Each module becomes a function that runs when it is
 * first needed; what it gives is read when it is used, so that two modules may need each other. What it adds to a module
 * begins with a dollar, so that no name of the module hides it. It knows the imports and exports that the page and its
 * libraries use, and no others.
 */
final class ModuleBundle {
    private static final String NAMES = "\\{([^}]*)}";
    private static final Pattern STATIC =
            Pattern.compile("import\\s*(?:(?:" + NAMES + "|([\\w$]+))\\s*from\\s*)?[\"']([^\"']+)[\"'](?! with\\b);?");
    private static final Pattern DATA = Pattern.compile("import (\\w+) from '([^']+\\.json)' with \\{ type: 'json' };");
    private static final Pattern LAZY = Pattern.compile("import\\('([^']+)'\\)");
    private static final Pattern LISTED =
            Pattern.compile("export\\s*" + NAMES + "(?:\\s*from\\s*[\"']([^\"']+)[\"'])?;?");
    private static final Pattern DECLARED =
            Pattern.compile("export (default )?((?:async function|function|class|const|var) ([\\w$]+))");
    private static final Pattern UNREAD =
            Pattern.compile("//# sourceMappingURL=\\S+|/\\*\\*(?!\\s*\\*?\\s*@license)[\\s\\S]*?\\*/\\s*");

    /** Lines of a library that are nothing but a remark, and what stands before the others. */
    private static final Pattern UNREAD_OF_LIBRARIES = Pattern.compile("(?m)^\\s*//(?! @license).*\\R|^\\s+");

    /** Where no line begins with blanks that are read: in the page's own modules. */
    private static final Pattern INDENT = Pattern.compile("(?m)^ +");

    /** A part that did not come is asked for under another address: browsers remember what failed. */
    private static final String LOADER =
            """
            const modules = {};
            const made = {};
            const failed = {};
            function $need(path) {
              if (!made[path]) {
                made[path] = {};
                try {
                  modules[path](made[path]);
                } catch (error) {
                  delete made[path];
                  throw error;
                }
              }
              return made[path];
            }
            async function $load(path) {
              for (const part of await Promise.all(parts[path].map(fetched))) {
                part.default(modules, $need, $load);
              }
              return $need(path);
            }
            async function fetched(part) {
              try {
                return await import(failed[part] ? `./${part}&again=${failed[part]}` : `./${part}`);
              } catch (error) {
                failed[part] = (failed[part] ?? 0) + 1;
                throw error;
              }
            }
            """;

    private final PageFile first;
    private final PageFile soon;
    private final Set<PageFile> atOnce;

    /** What each module needs that is imported later, with itself. */
    private final Map<PageFile, Set<PageFile>> later = new LinkedHashMap<>();

    private ModuleBundle(PageFile first, PageFile soon) {
        this.first = first;
        this.soon = soon;
        this.atOnce = needs(first);
        atOnce.forEach(this::addLater);
    }

    /**
     * The scripts that do together what a module and all that it needs do.
     *
     * @param soon a module that is imported soon in any case
     * @param before what the first script does before
     * @return the first is the one to run, and has the name
     */
    static List<Made> of(String path, String name, String soon, String before) {
        return new ModuleBundle(new PageFile(path), new PageFile(soon)).scripts(name, before);
    }

    private List<Made> scripts(String name, String before) {
        Map<Set<PageFile>, Made> parts = new LinkedHashMap<>();
        shared().forEach((needing, files) -> parts.put(needing, part(name, parts.size() + 1, files)));
        String table = later.entrySet().stream()
                .map(entry -> "%s: [%s]".formatted(quoted(entry.getKey()), addresses(entry.getValue(), parts)))
                .collect(Collectors.joining(", ", "const parts = {", "};\n"));
        String text = before + LOADER + table + wrapped(atOnce) + "$need(" + quoted(first) + ");\n";
        return Stream.concat(Stream.of(Made.script(name, text)), parts.values().stream())
                .toList();
    }

    /** The modules that are not needed at once, by those imported later that need them. */
    private Map<Set<PageFile>, List<PageFile>> shared() {
        return later.values().stream()
                .flatMap(Set::stream)
                .distinct()
                .filter(file -> !atOnce.contains(file))
                .collect(Collectors.groupingBy(this::needing, LinkedHashMap::new, Collectors.toList()));
    }

    private Set<PageFile> needing(PageFile file) {
        Set<PageFile> needing = later.entrySet().stream()
                .filter(entry -> entry.getValue().contains(file))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return needing.contains(soon) ? Set.of(soon) : needing;
    }

    private static Made part(String name, int number, List<PageFile> files) {
        return Made.script(
                name.replace(".js", "-" + number + ".js"),
                "export default (modules, $need, $load) => {\n" + wrapped(files) + "};\n");
    }

    private String addresses(Set<PageFile> needed, Map<Set<PageFile>, Made> parts) {
        return needed.stream()
                .filter(file -> !atOnce.contains(file))
                .map(this::needing)
                .distinct()
                .map(parts::get)
                .map(part -> "'" + part.address() + "'")
                .collect(Collectors.joining(", "));
    }

    /** A module and all that it needs at once. */
    private static Set<PageFile> needs(PageFile file) {
        Set<PageFile> found = new LinkedHashSet<>();
        addNeeds(file, found);
        return found;
    }

    private static void addNeeds(PageFile file, Set<PageFile> found) {
        if (found.add(file)) {
            Stream.of(STATIC, LISTED).flatMap(pattern -> named(pattern, file)).forEach(other -> addNeeds(other, found));
        }
    }

    private void addLater(PageFile file) {
        named(LAZY, file).filter(other -> !later.containsKey(other)).toList().forEach(other -> {
            later.put(other, needs(other));
            needs(other).forEach(this::addLater);
        });
    }

    private static Stream<PageFile> named(Pattern pattern, PageFile file) {
        return pattern.matcher(file.text())
                .results()
                .map(found -> found.group(found.groupCount()))
                .filter(Objects::nonNull)
                .map(file::resolve);
    }

    private static String wrapped(Collection<PageFile> files) {
        return files.stream().map(file -> wrapped(file, file.text())).collect(Collectors.joining());
    }

    private static String wrapped(PageFile file, String text) {
        List<String> given = new ArrayList<>();
        String body = replaced(DATA, text, found -> "const %s = %s;"
                .formatted(found.group(1), file.resolve(found.group(2)).text()));
        body = replaced(STATIC, body, found -> imported(file, found));
        body = replaced(LAZY, body, found -> "$load(" + quoted(file.resolve(found.group(1))) + ")");
        body = replaced(LISTED, body, found -> {
            String from = found.group(2) == null ? "" : "$need(" + quoted(file.resolve(found.group(2))) + ").";
            pairs(found.group(1)).forEach((own, other) -> given.add(getter(other, from + own)));
            return "";
        });
        body = replaced(DECLARED, body, found -> {
            given.add(getter(found.group(1) == null ? found.group(3) : "default", found.group(3)));
            return found.group(2);
        });
        body = UNREAD.matcher(body).replaceAll("").replace("import.meta.url", "document.baseURI");
        body = (file.isVendored() ? UNREAD_OF_LIBRARIES : INDENT).matcher(body).replaceAll("");
        return "modules[%s] = ($given) => {\nObject.defineProperties($given, {%s});\n%s\n};\n"
                .formatted(quoted(file), String.join(", ", given), body);
    }

    private static String imported(PageFile file, MatchResult found) {
        String need = "$need(" + quoted(file.resolve(found.group(3))) + ");";
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

    private static String quoted(PageFile file) {
        return "'" + file.path() + "'";
    }
}
