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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an option holds of a model in a layout and a format, whatever the number of streams. It keeps amounts alone, since
 * thousands are compared for each that is explained: how they were calculated is calculated again.
 *
 * @param cache of so many streams
 * @param amounts everything else
 * @param lines the same with how each was calculated
 * @param room for streams beside everything else
 * @param raised the same where the engine is told to fill more than by default, if it can be
 * @param withHost the same with the host's memory, if the option can take it in
 */
public record Holding(
        Attention attention,
        IntFunction<@Nullable Sized> cache,
        Amounts amounts,
        Supplier<Lines> lines,
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

    /** What is held beside the cache, with how it was calculated; lines that are not known are {@code null}. */
    record Lines(
            InFormat weights,
            @Nullable Sized copies,
            @Nullable Sized runtime,
            @Nullable Sized total,
            @Nullable Sized usable) {
        Amounts amounts() {
            return new Amounts(
                    weights.checkpoint(),
                    bytes(weights.loaded()),
                    !weights.exact(),
                    bytes(copies),
                    bytes(runtime),
                    bytes(total),
                    bytes(usable));
        }
    }

    /** The amounts of {@link Lines}. */
    record Amounts(
            @Nullable Bytes checkpoint,
            @Nullable Bytes weights,
            boolean weightsEstimated,
            @Nullable Bytes copies,
            @Nullable Bytes runtime,
            @Nullable Bytes total,
            @Nullable Bytes usable) {}

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
                amounts.checkpoint(),
                amounts.weights(),
                amounts.copies(),
                bytes(cache.apply(streams)),
                amounts.runtime(),
                amounts.total(),
                amounts.usable(),
                attention.bytesPerToken(),
                room == null ? null : room.streams(),
                room == null ? null : room.tokens(),
                amounts.weightsEstimated(),
                spilled,
                raisedShare);
    }

    private static @Nullable Bytes bytes(@Nullable Sized sized) {
        return sized == null ? null : sized.bytes();
    }

    /** How each line that is known was calculated, of so many units with so many streams each. */
    Map<MemoryPart, Formula> formulas(int streams, int units) {
        Map<MemoryPart, Formula> formulas = counted(streams).formulas(streams);
        if (units > 1) {
            Operand factor = Operand.exactly(UNITS, units, "1");
            formulas.replaceAll((part, line) -> Operator.PRODUCT.of(line, factor));
        }
        return formulas;
    }

    /** The way in which so many streams are held. */
    private Holding counted(int streams) {
        if (isRaised(streams) && raised != null) {
            return raised.holding();
        }
        return withHost != null && memory(streams).spilled() ? withHost : this;
    }

    private Map<MemoryPart, Formula> formulas(int streams) {
        Lines known = lines.get();
        Map<MemoryPart, Formula> formulas = new EnumMap<>(MemoryPart.class);
        put(formulas, MemoryPart.WEIGHTS, known.weights().loaded());
        Sized copies = known.copies();
        put(formulas, MemoryPart.WEIGHT_COPIES, copies != null && copies.bytes().count() > 0 ? copies : null);
        put(formulas, MemoryPart.CACHE, cache.apply(streams));
        put(formulas, MemoryPart.RUNTIME, known.runtime());
        put(formulas, MemoryPart.TOTAL, known.total());
        put(formulas, MemoryPart.USABLE, known.usable());
        return formulas;
    }

    private static void put(Map<MemoryPart, Formula> formulas, MemoryPart part, @Nullable Sized line) {
        if (line != null) {
            formulas.put(part, line.formula());
        }
    }
}
