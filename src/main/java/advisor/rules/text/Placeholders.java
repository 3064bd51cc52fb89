package advisor.rules.text;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code {binding.path}} placeholders of a rule's sentences. */
public final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][\\w.]*)%?\\}");

    private Placeholders() {}

    /** The paths that a template names, without the per cent mark. */
    public static Set<String> in(String template) {
        Set<String> paths = new LinkedHashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(template);
        while (matcher.find()) {
            paths.add(matcher.group(1));
        }
        return paths;
    }
}
