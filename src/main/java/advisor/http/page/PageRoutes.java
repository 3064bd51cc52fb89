package advisor.http.page;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code GET /} and what it names: the page in a few files instead of a hundred, made when the server starts. What the first
 * answer needs comes first; the rest, and the words of the other language, when they are asked for.
 */
public final class PageRoutes {
    private static final Pattern SHEET = Pattern.compile(
            "<link rel=\"stylesheet\" href=\"([^\"]+)\"(?: media=\"([^\"]+)\")?(?: class=\"(later)\")?>\n");
    private static final Pattern SCRIPT = Pattern.compile("(?<=<script src=\")[^\"]+(?=\")");

    /** What every reader needs, though not for the first answer. */
    static final String SOON = "views/later.js";

    private final List<Made> scripts = ModuleBundle.of("app.js", "bundle.js", SOON, "");
    private final List<Made> words = PageWords.files(scripts.get(0));
    private final Made sheet = Made.sheet("bundle.css", sheets(false));
    private final Made laterSheet = Made.sheet("later.css", sheets(true));
    private final Made early =
            ModuleBundle.of("early.js", "early.js", SOON, named()).get(0);
    private final Made page = Made.of("", "text/html; charset=utf-8", page());

    public void addTo(RoutesConfig routes) {
        Stream.of(Stream.of(page, sheet, laterSheet, early), scripts.stream(), words.stream())
                .flatMap(files -> files)
                .forEach(made -> routes.get("/" + made.name(), made::writeTo));
    }

    /** Under which addresses the page finds what it asks for by name. */
    private String named() {
        return Stream.concat(words.stream(), Stream.of(laterSheet))
                .map(made -> "\"%s\": \"%s\"".formatted(made.name(), made.address()))
                .collect(Collectors.joining(", ", "globalThis.pageFiles = {", "};\n"));
    }

    private static String sheets(boolean later) {
        return SHEET.matcher(new PageFile("index.html").text())
                .results()
                .filter(found -> later == (found.group(3) != null))
                .map(PageRoutes::sheet)
                .collect(Collectors.joining());
    }

    private static String sheet(MatchResult found) {
        String text = new PageFile(found.group(1)).text();
        return found.group(2) == null ? text : "@media %s {\n%s}\n".formatted(found.group(2), text);
    }

    /** The early script asks the server before the page's own has come. */
    private String page() {
        String bare = SHEET.matcher(new PageFile("index.html").text()).replaceAll("");
        String linked = SCRIPT.matcher(bare)
                .replaceAll(found -> (found.group().equals("early.js") ? early : scripts.get(0)).address());
        return linked.replace("</head>", "<link rel=\"stylesheet\" href=\"%s\">\n</head>".formatted(sheet.address()));
    }
}
