package advisor.rules.text;

import advisor.facts.Candidate;
import advisor.facts.Comparison;
import advisor.facts.Finding;
import advisor.facts.Request;
import advisor.facts.law.CountryStatus;
import advisor.facts.law.ExportClass;
import advisor.facts.law.ExportStatus;
import advisor.facts.law.ProviderStatus;
import advisor.facts.machine.Accelerator;
import advisor.facts.model.LanguageModel;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.EndedOffer;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Parameter;
import advisor.text.NearestName;
import advisor.text.Text;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types that a rule may name without importing them. */
public final class FactTypes {
    private static final NavigableSet<String> PACKAGES = Stream.of(
                    Accelerator.class,
                    Bytes.class,
                    Candidate.class,
                    DeploymentOption.class,
                    ExportStatus.class,
                    LanguageModel.class,
                    Text.class)
            .map(Class::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));

    /** Those of which facts are in a session; others are reached by properties. */
    private static final List<Class<?>> INSERTED = List.of(
            Accelerator.class,
            Candidate.class,
            Comparison.class,
            CountryStatus.class,
            EndedOffer.class,
            ExportClass.class,
            ExportStatus.class,
            Finding.class,
            LanguageModel.class,
            Parameter.class,
            ProviderStatus.class,
            Request.class);

    private FactTypes() {}

    /** Their packages, in the order of their names. */
    public static NavigableSet<String> packages() {
        return PACKAGES;
    }

    /** Whether a type is one of them. */
    public static boolean isFact(Class<?> type) {
        return PACKAGES.contains(type.getPackageName());
    }

    /** Types within others. */
    public static List<String> nested() {
        return List.of(Finding.OnCandidate.class.getCanonicalName());
    }

    /** The type of a simple name. */
    public static Optional<Class<?>> named(String simpleName) {
        return PACKAGES.stream()
                .map(name -> name + "." + simpleName)
                .flatMap(name -> found(name).stream())
                .findFirst();
    }

    /** Names of facts that may have been meant by an unknown one. */
    public static String hint(String unknown) {
        return NearestName.hint(unknown, reachable());
    }

    /** The simple names of all types that a rule can come to. */
    private static SortedSet<String> reachable() {
        Set<Class<?>> known = new HashSet<>();
        Deque<Class<?>> next = new ArrayDeque<>(INSERTED);
        while (!next.isEmpty()) {
            Class<?> type = next.pop();
            if (PACKAGES.contains(type.getPackageName()) && known.add(type)) {
                for (Method method : type.getMethods()) {
                    next.add(method.getReturnType());
                }
            }
        }
        return known.stream().map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Class<?>> found(String name) {
        try {
            return Optional.of(Class.forName(name, false, FactTypes.class.getClassLoader()));
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            // A name in other letters than those of the class's file is the error, where file names ignore case.
            return Optional.empty();
        }
    }
}
