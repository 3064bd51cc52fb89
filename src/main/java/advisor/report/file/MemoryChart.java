package advisor.report.file;

import advisor.facts.Memory;
import advisor.facts.unit.Bytes;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Weights, cache and runtime as a bar against what is usable, 640 units wide. */
record MemoryChart(String title, String usableWidth, List<Part> parts) {
    private static final double WIDTH = 639;

    record Part(String kind, String x, String width) {}

    /** {@code null} if a part of it is not known. */
    static @Nullable MemoryChart of(Memory memory, Phrases phrases, Wording wording) {
        Bytes weights = memory.weights();
        Bytes cache = memory.kvCache();
        Bytes needed = memory.needed();
        Bytes usable = memory.usable();
        if (weights == null || cache == null || needed == null || usable == null || needed.count() <= 0) {
            return null;
        }
        Bytes rest = needed.minus(weights).minus(cache);
        double scale = WIDTH / Math.max(needed.count(), usable.count());
        return new MemoryChart(
                phrases.say(
                        "report.memory",
                        wording.bytes(weights),
                        wording.bytes(cache),
                        wording.bytes(rest),
                        wording.bytes(usable)),
                Chart.number(usable.count() * scale),
                parts(List.of(weights, cache, rest), scale));
    }

    private static List<Part> parts(List<Bytes> amounts, double scale) {
        List<String> kinds = List.of("weights", "cache", "runtime");
        List<Part> parts = new ArrayList<>();
        double x = 0;
        for (int i = 0; i < amounts.size(); i++) {
            double width = Math.max(0, amounts.get(i).count() * scale);
            parts.add(new Part(kinds.get(i), Chart.number(x), Chart.number(width)));
            x += width;
        }
        return parts;
    }
}
