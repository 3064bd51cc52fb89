package advisor.workshop;

import advisor.facts.Finding;
import advisor.facts.RuleFacts;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that rules can see: the facts that they may match, and the types that lead on from these. */
final class FactTypes {
    private final SortedMap<String, FactType> found = new TreeMap<>();

    private FactTypes() {}

    /** What a rule may match, in the order in which rules are given it; findings last. */
    static List<FactType> matched() {
        Stream<Class<?>> given = new FactType(RuleFacts.class).leadsTo();
        Stream<Class<?>> stated = Arrays.stream(Finding.class.getPermittedSubclasses());
        return Stream.concat(given, stated).map(FactType::new).toList();
    }

    /** Every type that rules can see, by name. */
    static Collection<FactType> all() {
        FactTypes types = new FactTypes();
        matched().forEach(types::add);
        return Collections.unmodifiableCollection(types.found.values());
    }

    private void add(FactType type) {
        if (found.putIfAbsent(type.name(), type) == null) {
            type.leadsTo().map(FactType::new).forEach(this::add);
        }
    }
}
