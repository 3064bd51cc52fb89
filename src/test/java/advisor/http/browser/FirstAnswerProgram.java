package advisor.http.browser;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long it takes until the page shows its first answer on a slow line: rounds, then the addresses of servers that run,
 * which are measured in turn. Prints medians, least and most, in milliseconds from when the document is asked for.
 */
final class FirstAnswerProgram {
    private static final int LATENCY_MILLISECONDS = 400;
    private static final int BYTES_PER_SECOND = 50 * 1024;
    private static final int PHONE_PIXELS = 390;
    private static final String REQUEST = "#/advice?model=deepseek-r1&budget=3000000CNY&lang=zh";

    /** When the verdict is first drawn, and when the whole answer is. */
    private static final String WATCH =
            """
            const shown = (name, there) => new MutationObserver((changes, watch) => {
              if (!globalThis[name] && there()) {
                requestAnimationFrame(() => (globalThis[name] ??= performance.now()));
              }
            }).observe(document, { subtree: true, childList: true, attributes: true });
            shown('first', () => document.querySelector('.headline .verdict p'));
            shown('whole', () => document.querySelector('plot-box, .rejected ol.options'));
            """;

    private FirstAnswerProgram() {}

    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[0]);
        Map<String, List<Long>> firsts = new LinkedHashMap<>();
        Map<String, List<Long>> wholes = new LinkedHashMap<>();
        try (Browser browser = Browser.start()) {
            browser.widen(PHONE_PIXELS);
            browser.runFirst(WATCH);
            for (int round = 0; round <= rounds; round++) {
                for (int i = 1; i < arguments.length; i++) {
                    browser.slowDown(LATENCY_MILLISECONDS, BYTES_PER_SECOND);
                    browser.open(arguments[i] + REQUEST);
                    browser.until("the whole answer", () -> browser.run("return globalThis.whole") != null);
                    if (round > 0) { // The first one warms the server.
                        add(firsts, arguments[i], browser.run("return Math.round(globalThis.first)"));
                        add(wholes, arguments[i], browser.run("return Math.round(globalThis.whole)"));
                    }
                }
            }
        }
        firsts.forEach((server, first) ->
                System.out.printf("%s: first %s, whole %s%n", server, told(first), told(wholes.get(server))));
    }

    private static void add(Map<String, List<Long>> times, String server, Object milliseconds) {
        times.computeIfAbsent(server, key -> new ArrayList<>()).add(((Number) milliseconds).longValue());
    }

    private static String told(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return "%d ms (%d–%d)".formatted(sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1));
    }
}
