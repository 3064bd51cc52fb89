package advisor.http;

import java.util.ArrayList;
import java.util.List;

/** What stands literally in the {@code html`…`} and {@code svg`…`} templates of a script. */
final class Templates {
    private final String script;
    private final List<String> found = new ArrayList<>();
    private int at;

    private Templates(String script) {
        this.script = script;
    }

    /** Each template's own text, with a {@code §} where a value is filled in. */
    static List<String> in(String script) {
        Templates templates = new Templates(script);
        templates.code(false);
        return templates.found;
    }

    /** Reads code to the end, or to the brace that closes a value. */
    private void code(boolean value) {
        int depth = 0;
        while (at < script.length()) {
            char c = script.charAt(at);
            if (value && c == '}' && depth == 0) {
                return;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            step(c);
        }
    }

    private void step(char c) {
        if (c == '`') {
            boolean markup = script.startsWith("html", at - 4) || script.startsWith("svg", at - 3);
            template(markup);
        } else if (c == '\'') {
            at = script.indexOf('\'', at + 1) + 1;
        } else if (script.startsWith("//", at) || script.startsWith("/**", at)) {
            at = Math.max(at + 2, script.indexOf(c == '/' && script.charAt(at + 1) == '/' ? "\n" : "*/", at + 2));
        } else {
            at++;
        }
    }

    private void template(boolean markup) {
        StringBuilder own = new StringBuilder();
        at++;
        while (script.charAt(at) != '`') {
            if (script.startsWith("${", at)) {
                at += 2;
                code(true);
                own.append('§');
            } else {
                own.append(script.charAt(at));
            }
            at++;
        }
        at++;
        if (markup) {
            found.add(own.toString());
        }
    }
}
