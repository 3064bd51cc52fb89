package advisor.sizing.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The modules that quantisation leaves as they are. A plain name covers what is below it and may leave out what is above
 * it; {@code *} stands for anything; {@code re:} introduces a regular expression that must match from the beginning.
 */
final class IgnoredModules {
    private static final String EXPRESSION = "re:";
    private static final String NESTING = "language_model.";

    private final Set<String> names = new HashSet<>();
    private final List<Pattern> patterns;

    IgnoredModules(List<String> ignored) {
        ignored.stream()
                .filter(entry -> !isPattern(entry))
                .map(IgnoredModules::plain)
                .forEach(names::add);
        this.patterns = ignored.stream()
                .filter(IgnoredModules::isPattern)
                .distinct()
                .map(IgnoredModules::pattern)
                .toList();
    }

    boolean contain(String module) {
        return isNamed(module)
                || patterns.stream().anyMatch(pattern -> pattern.matcher(module).lookingAt());
    }

    /** Whether a run of the name's parts is in the list: {@code self_attn} of {@code layers.0.self_attn.q_proj}. */
    private boolean isNamed(String module) {
        for (int from = 0; from >= 0; from = next(module, from)) {
            for (int to = module.length(); to > from; to = module.lastIndexOf('.', to - 1)) {
                if (names.contains(module.substring(from, to))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int next(String module, int from) {
        int dot = module.indexOf('.', from);
        return dot < 0 ? -1 : dot + 1;
    }

    private static boolean isPattern(String entry) {
        return entry.startsWith(EXPRESSION) || entry.contains("*");
    }

    private static Pattern pattern(String entry) {
        if (entry.startsWith(EXPRESSION)) {
            return expression(plain(entry.substring(EXPRESSION.length())));
        }
        String name = "\\Q" + plain(entry).replace("*", "\\E.*\\Q") + "\\E";
        return Pattern.compile("(.*\\.)?" + name + "(\\..*)?$");
    }

    /** An expression that Java cannot read ignores nothing. */
    private static Pattern expression(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            return Pattern.compile("(?!)");
        }
    }

    private static String plain(String entry) {
        return entry.replace(NESTING, "");
    }
}
