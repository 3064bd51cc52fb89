package advisor.sizing.memory;

import advisor.facts.Memory;
import advisor.facts.MemoryPart;
import advisor.facts.model.Attention;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Formula.Operator;
import advisor.facts.unit.Sized;
import advisor.sizing.memory.WeightSizing.InFormat;
import advisor.text.Text;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an option holds of a model in a layout and a format, whatever the number of streams; lines that are not known are
 * {@code null}.
 *
 * @param cache of so many streams
 * @param room for streams beside everything else
 * @param raised the same where the engine is told to fill more than by default, if it can be
 * @param withHost the same with the host's memory, if the option can take it in
 */
public record Holding(
        Attention attention,
        IntFunction<@Nullable Sized> cache,
        InFormat weights,
        @Nullable Sized copies,
        @Nullable Sized runtime,
        @Nullable Sized total,
        @Nullable Sized usable,
        @Nullable Room room,
        @Nullable Raised raised,
        @Nullable Holding withHost) {

    private static final Text UNITS = new Text("units", "套数");

    /**
     * The same where the engine is told to fill more.
     *
     * @param share of a device's memory
     */
    record Raised(double share, Holding holding) {}

    public Memory memory(int streams) {
        if (isRaised(streams) && raised != null) {
            return raised.holding().memory(streams, false, raised.share());
        }
        Memory onDevices = memory(streams, false, null);
        return withHost == null || onDevices.shortfall() == null ? onDevices : withHost.memory(streams, true, null);
    }

    /** Whether so many streams fit, and by the engine's default not one does. */
    private boolean isRaised(int streams) {
        if (raised == null || room == null || room.streams() > 0) {
            return false;
        }
        Room larger = raised.holding().room();
        return larger != null && larger.streams() >= streams;
    }

    private Memory memory(int streams, boolean spilled, @Nullable Double raisedShare) {
        return new Memory(
                weights.checkpoint(),
                bytes(weights.loaded()),
                bytes(copies),
                bytes(cache.apply(streams)),
                bytes(runtime),
                bytes(total),
                bytes(usable),
                attention.bytesPerToken(),
                room == null ? null : room.streams(),
                room == null ? null : room.tokens(),
                !weights.exact(),
                spilled,
                raisedShare);
    }

    private static @Nullable Bytes bytes(@Nullable Sized sized) {
        return sized == null ? null : sized.bytes();
    }

    /** How each line that is known was calculated, of so many units with so many streams each. */
    Map<MemoryPart, Formula> formulas(int streams, int units) {
        Map<MemoryPart, Formula> lines = counted(streams).lines(streams);
        if (units > 1) {
            Operand factor = Operand.exactly(UNITS, units, "1");
            lines.replaceAll((part, line) -> Operator.PRODUCT.of(line, factor));
        }
        return lines;
    }

    /** The way in which so many streams are held. */
    private Holding counted(int streams) {
        if (isRaised(streams) && raised != null) {
            return raised.holding();
        }
        return withHost != null && memory(streams).spilled() ? withHost : this;
    }

    private Map<MemoryPart, Formula> lines(int streams) {
        Map<MemoryPart, Formula> lines = new EnumMap<>(MemoryPart.class);
        put(lines, MemoryPart.WEIGHTS, weights.loaded());
        put(lines, MemoryPart.WEIGHT_COPIES, copies != null && copies.bytes().count() > 0 ? copies : null);
        put(lines, MemoryPart.CACHE, cache.apply(streams));
        put(lines, MemoryPart.RUNTIME, runtime);
        put(lines, MemoryPart.TOTAL, total);
        put(lines, MemoryPart.USABLE, usable);
        return lines;
    }

    private static void put(Map<MemoryPart, Formula> lines, MemoryPart part, @Nullable Sized line) {
        if (line != null) {
            lines.put(part, line.formula());
        }
    }
}
