package advisor.http.page;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code GET /}, {@code /bundle.js}, its parts, and {@code /bundle.css}: the page in a few files instead of a hundred,
 * made when the server starts.
 */
public final class PageRoutes {
    private static final Pattern SHEET =
            Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\"(?: media=\"([^\"]+)\")?>\n");
    private static final Pattern SCRIPT = Pattern.compile("<script src=\"[^\"]+\"[^>]*></script>\n");
    private static final List<String> AREAS =
            List.of("ask", "audit", "compare", "decide", "option", "requests", "rules", "shell");
    private final List<Made> scripts = ModuleBundle.of("app.js", "bundle.js", words());
    private final Made sheet = Made.sheet("bundle.css", sheets());
    private final Made page = Made.of("", "text/html; charset=utf-8", page());

    public void addTo(RoutesConfig routes) {
        Stream.concat(Stream.of(page, sheet), scripts.stream())
                .forEach(made -> routes.get("/" + made.name(), made::writeTo));
    }

    private static String words() {
        return AREAS.stream()
                .map(area -> "\"%s\":%s".formatted(area, new PageFile("words/" + area + ".json").text()))
                .collect(Collectors.joining(",", "globalThis.pageWords = {", "};\n"));
    }

    private static String sheets() {
        return SHEET.matcher(new PageFile("index.html").text())
                .results()
                .map(found -> Map.entry(
                        new PageFile(found.group(1)).text(),
                        Stream.ofNullable(found.group(2)).toList()))
                .map(found -> found.getValue().isEmpty()
                        ? found.getKey()
                        : "@media %s {\n%s}\n".formatted(found.getValue().get(0), found.getKey()))
                .collect(Collectors.joining());
    }

    private String page() {
        String bare = SCRIPT.matcher(
                        SHEET.matcher(new PageFile("index.html").text()).replaceAll(""))
                .replaceAll("");
        return bare.replace(
                "</head>",
                "<link rel=\"stylesheet\" href=\"%s\">\n<script src=\"%s\" type=\"module\"></script>\n</head>"
                        .formatted(sheet.address(), scripts.get(0).address()));
    }
}
