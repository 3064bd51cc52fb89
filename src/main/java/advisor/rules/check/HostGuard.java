package advisor.rules.check;

import advisor.rules.text.FactTypes;
import advisor.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the compiled code of a rule may name: facts, and of other classes the members that {@code allowed.txt} lists. A
 * guard rail against mistakes and casual abuse, no sandbox.
 */
public final class HostGuard {
    private static final String FILE = "allowed.txt";

    /** What a rule may import beside facts. */
    private static final Set<String> IMPORTED = Set.of("java.math.BigDecimal", "java.time.LocalDate");

    /** What every object has and a fact may answer differently from one start to the next. */
    private static final Set<String> NOT_OF_FACTS = Set.of(
            "clone",
            "describeConstable",
            "finalize",
            "getClass",
            "getDeclaringClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait");

    /** A package of which only what is listed may be named. */
    private static final String ALLOWED_ALONE = Text.class.getPackageName();

    private static final Map<String, Set<String>> ALLOWED = read();

    private HostGuard() {}

    /** Whether a rule file may import a class. */
    static boolean mayImport(String type) {
        return isFact(type) || IMPORTED.contains(type);
    }

    /** Whether compiled code of a rule may name a class at all. */
    public static boolean mayName(String type) {
        return ALLOWED.containsKey(type) || isFact(type);
    }

    /** Whether compiled code of a rule may use a member of a class. */
    public static boolean mayUse(String type, String member) {
        Set<String> members = ALLOWED.get(type);
        return members == null ? isFact(type) && !NOT_OF_FACTS.contains(member) : members.contains(member);
    }

    /** Whether a class, nested or not, is in one of the packages of facts themselves. */
    private static boolean isFact(String type) {
        for (String name : FactTypes.packages()) {
            int dot = name.length();
            if (type.length() > dot + 1
                    && type.charAt(dot) == '.'
                    && Character.isUpperCase(type.charAt(dot + 1))
                    && type.startsWith(name)
                    && !ALLOWED_ALONE.equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> allowed = new HashMap<>();
        text().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            String[] parts = line.split(":", 2);
            allowed.put(
                    parts[0],
                    parts[1].isBlank() ? Set.of() : Set.of(parts[1].strip().split(" ")));
        });
        return Map.copyOf(allowed);
    }

    private static String text() {
        try (InputStream text = Objects.requireNonNull(HostGuard.class.getResourceAsStream(FILE))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The file (%s) cannot be read.".formatted(FILE), e);
        }
    }
}
