package advisor.http.call;

import advisor.text.Text;
import io.javalin.http.HttpStatus;
import java.util.Collection;
import java.util.Map;

/** What a status means, in words. */
final class StatusText {
    private static final Map<Integer, Text> TITLES = Map.ofEntries(
            Map.entry(400, new Text("The request is faulty", "请求有误")),
            Map.entry(401, new Text("A token is required", "需要令牌")),
            Map.entry(403, new Text("Not allowed", "不允许")),
            Map.entry(404, new Text("Not found", "未找到")),
            Map.entry(405, new Text("This method is not offered here", "此处不支持该方法")),
            Map.entry(408, new Text("The request came too slowly", "请求传输过慢")),
            Map.entry(409, new Text("Changed in the meantime", "内容已被他人修改")),
            Map.entry(413, new Text("The body is too long", "请求体过长")),
            Map.entry(414, new Text("The address is too long", "地址过长")),
            Map.entry(415, new Text("The body is of a type that is not read here", "此处不接受该类型的请求体")),
            Map.entry(421, new Text("This server does not go by that name", "服务器不使用该主机名")),
            Map.entry(422, new Text("The content does not load", "内容无法加载")),
            Map.entry(431, new Text("The headers are too long", "请求头过长")),
            Map.entry(500, new Text("Internal fault", "内部错误")),
            Map.entry(503, new Text("Too busy", "服务繁忙")),
            Map.entry(507, new Text("It was not stored", "未能保存")));

    /** Names that programs go by, and that stay when words change. */
    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "faulty-request"),
            Map.entry(401, "token-required"),
            Map.entry(403, "not-allowed"),
            Map.entry(404, "not-found"),
            Map.entry(405, "method-not-offered"),
            Map.entry(408, "slow-body"),
            Map.entry(409, "changed-meanwhile"),
            Map.entry(413, "long-body"),
            Map.entry(414, "long-address"),
            Map.entry(415, "not-json"),
            Map.entry(421, "other-host"),
            Map.entry(422, "does-not-load"),
            Map.entry(431, "long-headers"),
            Map.entry(500, "internal-fault"),
            Map.entry(503, "too-busy"),
            Map.entry(507, "not-stored"));

    private StatusText() {}

    /** The kind of problem that a status tells of, where nothing closer is known. */
    static String code(int status) {
        return CODES.getOrDefault(status, status < 500 ? "faulty-request" : "internal-fault");
    }

    static Collection<String> codes() {
        return CODES.values();
    }

    /** A few words for a status. */
    static Text title(int status) {
        String name = HttpStatus.forStatus(status).getMessage();
        return TITLES.getOrDefault(status, new Text(name, name));
    }
}
