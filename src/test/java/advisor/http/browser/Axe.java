package advisor.http.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What the axe engine holds against the page as it stands: a line for each rule and place. */
final class Axe {
    private static final String SCRIPT = script();
    private static final String RUN =
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations']}).then(
                result => done(result.violations.flatMap(rule =>
                    rule.nodes.map(node => `${rule.id}: ${node.target} ${node.failureSummary}`))),
                error => done([String(error)]));
            """;

    private Axe() {}

    static List<String> violations(Browser browser) {
        browser.run(SCRIPT);
        return ((List<?>) Objects.requireNonNull(browser.runAsync(RUN)))
                .stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
