package advisor.http.page;

import advisor.text.Fingerprint;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;

/**
 * A file that was made of files of the page. Under its address, which holds its hash, it may be kept for ever.
 *
 * @param name as {@code bundle.js}, without a folder
 */
record Made(String name, String type, String text, String hash) {
    private static final int HASH_DIGITS = 16;
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    static Made of(String name, String type, String text) {
        String hash = Fingerprint.ofBytes(text.getBytes(StandardCharsets.UTF_8));
        return new Made(name, type, text, hash.substring(0, HASH_DIGITS));
    }

    static Made script(String name, String text) {
        return of(name, "text/javascript; charset=utf-8", text);
    }

    static Made sheet(String name, String text) {
        return of(name, "text/css; charset=utf-8", text);
    }

    String address() {
        return name + "?v=" + hash;
    }

    /** Of another edition there is nothing: a page that is still open elsewhere must not mix two. */
    void writeTo(Context context) {
        String edition = context.queryParam("v");
        if (edition != null && !name.isEmpty() && !edition.equals(hash)) {
            throw new NotFoundResponse();
        }
        String etag = "\"" + hash + "\"";
        context.header(Header.ETAG, etag);
        context.header(Header.CACHE_CONTROL, edition == null ? "no-cache" : FOR_EVER);
        if (etag.equals(context.header(Header.IF_NONE_MATCH))) {
            context.status(304);
        } else {
            context.contentType(type).result(text);
        }
    }
}
