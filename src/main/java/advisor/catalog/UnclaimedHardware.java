package advisor.catalog;

import advisor.facts.machine.Accelerator;
import advisor.facts.machine.Engine;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Generations of devices that no engine says it is made for. That an engine is made for others says nothing of them: an
 * engine for devices of several makers may run there, and nobody knows.
 */
record UnclaimedHardware(Collection<Accelerator> devices) {

    SortedMap<String, Engine> openedIn(SortedMap<String, Engine> engines) {
        Set<String> unclaimed =
                devices.stream().map(Accelerator::architecture).collect(Collectors.toCollection(TreeSet::new));
        engines.values().forEach(engine -> unclaimed.removeAll(engine.hardware().architectures()));
        SortedMap<String, Engine> opened = new TreeMap<>(engines);
        opened.replaceAll((id, engine) -> isForSeveralMakers(engine) ? engine.alsoFor(unclaimed) : engine);
        return opened;
    }

    private boolean isForSeveralMakers(Engine engine) {
        return devices.stream()
                        .filter(device -> engine.hardware().architectures().contains(device.architecture()))
                        .map(Accelerator::vendor)
                        .distinct()
                        .count()
                > 1;
    }
}
