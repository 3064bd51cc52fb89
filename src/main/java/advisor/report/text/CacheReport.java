package advisor.report.text;

import advisor.cache.CacheContents;
import advisor.cache.CacheContents.Entries;
import advisor.cache.Cleared;
import advisor.report.json.JsonReport;
import advisor.report.screen.Screen;
import advisor.text.Ids;
import advisor.words.Phrases;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;

/** What the cache holds, and what became of it. */
public final class CacheReport {
    private static final int BYTES_PER_KB = 1000;

    private CacheReport() {}

    public static String text(CacheContents contents, Screen screen) {
        Phrases phrases = new Phrases(screen.language());
        Sheet sheet = new Sheet(screen);
        sheet.entry(phrases.say("cache.folder"), folder(contents));
        sheet.entry(phrases.say("cache.trust"), phrases.choice(contents.trust()));
        contents.entries()
                .forEach((kind, entries) ->
                        sheet.entry(phrases.choice(kind), phrases.say("cache.entries", size(entries))));
        sheet.entry(phrases.say("cache.limit"), phrases.say("cache.entries", size(CacheContents.limit())));
        return sheet.text();
    }

    public static String text(CacheContents before, Cleared cleared, Screen screen) {
        Phrases phrases = new Phrases(screen.language());
        Sheet sheet = new Sheet(screen);
        sheet.entry(phrases.say("cache.folder"), folder(before));
        sheet.entry(phrases.say("cache.trust"), phrases.choice(before.trust()));
        sheet.entry(phrases.say("cache.deleted"), Integer.toString(cleared.deleted()));
        if (cleared.left() > 0) {
            sheet.entry(phrases.say("cache.left"), Integer.toString(cleared.left()));
        }
        return sheet.text();
    }

    /** Schema {@code cache/1}. */
    public static String json(CacheContents contents) {
        ObjectNode node = node(contents);
        contents.entries().forEach((kind, entries) -> put(node.putObject(Ids.of(kind)), entries));
        put(node.putObject("limit"), CacheContents.limit());
        return JsonReport.print(node);
    }

    /** Schema {@code cache/1}. */
    public static String json(CacheContents before, Cleared cleared) {
        return JsonReport.print(node(before).put("deleted", cleared.deleted()).put("left", cleared.left()));
    }

    private static ObjectNode node(CacheContents contents) {
        Path folder = contents.folder();
        return JsonNodeFactory.instance
                .objectNode()
                .put("schema", "cache/1")
                .put("folder", folder == null ? null : folder.toString())
                .put("trust", Ids.of(contents.trust()));
    }

    private static void put(ObjectNode node, Entries entries) {
        node.put("entries", entries.count()).put("bytes", entries.bytes());
    }

    private static String folder(CacheContents contents) {
        Path folder = contents.folder();
        return folder == null ? "–" : folder.toString();
    }

    /** How many, and their kilobytes. */
    private static Object[] size(Entries entries) {
        return new Object[] {entries.count(), (entries.bytes() + BYTES_PER_KB - 1) / BYTES_PER_KB};
    }
}
