package advisor.http.page;

import advisor.text.Fingerprint;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /}, {@code /bundle.js} and {@code /bundle.css}: the page in three files instead of a hundred, made when the
 * server starts; and the editor of rule files, for who opens one. Under the address that the page names, which holds their hash, they may be kept for ever.
 */
public final class PageRoutes {
    private static final Pattern SHEET =
            Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\"(?: media=\"([^\"]+)\")?>\n");
    private static final Pattern SCRIPT = Pattern.compile("<script src=\"[^\"]+\"[^>]*></script>\n");
    /** Those of the rules are fetched by who goes there. */
    private static final List<String> AREAS =
            List.of("ask", "audit", "compare", "decide", "option", "requests", "shell");

    private static final String EDITOR = "chunks/code-editor.js";
    private static final String SCRIPT_TYPE = "text/javascript; charset=utf-8";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** A file with its type and what it is known by. */
    private record Made(String type, String text, String hash) {
        static Made of(String type, String text) {
            return new Made(type, text, Fingerprint.ofBytes(text.getBytes(StandardCharsets.UTF_8)));
        }

        void writeTo(Context context) {
            String etag = "\"" + hash.substring(0, 16) + "\"";
            context.header(Header.ETAG, etag);
            context.header(Header.CACHE_CONTROL, context.queryParam("v") == null ? "no-cache" : FOR_EVER);
            if (etag.equals(context.header(Header.IF_NONE_MATCH))) {
                context.status(304);
            } else {
                context.contentType(type).result(text);
            }
        }
    }

    private final Made script = Made.of(SCRIPT_TYPE, words() + ModuleBundle.of("app.js"));
    private final Made sheet = Made.of("text/css; charset=utf-8", sheets());
    private final Made page = Made.of("text/html; charset=utf-8", page());

    /** Few ever need it, so it is made when the first does. */
    private @Nullable Made editor;

    public void addTo(RoutesConfig routes) {
        routes.get("/", page::writeTo);
        routes.get("/bundle.js", script::writeTo);
        routes.get("/bundle.css", sheet::writeTo);
        routes.get("/" + EDITOR, context -> editor().writeTo(context));
    }

    private synchronized Made editor() {
        Made made = editor == null ? Made.of(SCRIPT_TYPE, ModuleBundle.chunkOf(EDITOR)) : editor;
        editor = made;
        return made;
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
                "<link rel=\"stylesheet\" href=\"bundle.css?v=%s\">\n<script src=\"bundle.js?v=%s\" type=\"module\"></script>\n</head>"
                        .formatted(sheet.hash().substring(0, 16), script.hash().substring(0, 16)));
    }
}
