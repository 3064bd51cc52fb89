package advisor.sizing.memory;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.Layout;
import advisor.facts.Memory;
import advisor.facts.MemoryPart;
import advisor.facts.Request;
import advisor.facts.machine.EngineMemory;
import advisor.facts.model.Precision;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Parameters;
import advisor.request.RequestForm;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An engine is told to fill more of a device where its default leaves room for no stream, and nowhere else. */
class RaisedShareTest {
    private static final double DEFAULT = 0.8;
    private static final double RAISED = 0.95;
    private static final List<Integer> STREAMS = List.of(1, 2, 8, 64, 512);
    private static final EngineMemory ENGINE = new EngineMemory(DEFAULT, Bytes.ofGigabytes(0), null, null, 1, "test");
    private static final EngineMemory FILLS_ALL = new EngineMemory(1, Bytes.ofGigabytes(0), null, null, 1, "test");

    /** What is held on an option by default, with the larger share, and as the engine is told in the end. */
    private record Case(Holding byDefault, Holding raised, Holding told) {
        static Case of(DeploymentOption option, Layout layout) {
            return new Case(
                    sizing("memory-share", Double.toString(DEFAULT))
                            .holding(option, new Loading(Precision.FP8, layout, ENGINE, false)),
                    sizing("memory-share", Double.toString(RAISED))
                            .holding(option, new Loading(Precision.FP8, layout, ENGINE, false)),
                    sizing().holding(option, new Loading(Precision.FP8, layout, ENGINE, false)));
        }

        boolean raises(int streams) {
            Long room = byDefault.memory(1).streams();
            Long larger = raised.memory(1).streams();
            return room != null && room == 0 && larger != null && larger >= streams;
        }
    }

    @Test
    void itIsRaisedWhereThatMakesRoomForAllStreams() {
        List<Boolean> raises = new ArrayList<>();
        for (DeploymentOption option : options()) {
            Case one = Case.of(option, Layout.tensor(option.devices()));
            for (int streams : STREAMS) {
                Memory told = one.told().memory(streams);
                raises.add(one.raises(streams));
                assertThat(told.raisedShare() != null)
                        .as("%s, %s streams", option.id(), streams)
                        .isEqualTo(one.raises(streams));
                Holding meant = one.raises(streams) ? one.raised() : one.byDefault();
                assertThat(told.usable()).isEqualTo(meant.memory(streams).usable());
                assertThat(told.streams()).isEqualTo(meant.memory(streams).streams());
                assertThat(values(one.told(), streams)).isEqualTo(values(meant, streams));
            }
        }
        assertThat(raises).contains(true, false);
    }

    @Test
    void stagesAreNeverFilledToTheBrim() {
        for (DeploymentOption option : options()) {
            Holding told = sizing().holding(
                            option, new Loading(Precision.FP8, new Layout(option.devices(), 1, 1, 2), ENGINE, false));
            assertThat(told.memory(1).raisedShare()).as(option.id()).isNull();
        }
    }

    @Test
    void anEngineThatFillsAllAndOneThatIsToldHowMuchAreNotToldMore() {
        for (DeploymentOption option : options()) {
            Layout layout = Layout.tensor(option.devices());
            for (Holding held : List.of(
                    sizing().holding(option, new Loading(Precision.FP8, layout, FILLS_ALL, false)),
                    sizing("memory-share", Double.toString(DEFAULT))
                            .holding(option, new Loading(Precision.FP8, layout, ENGINE, false)),
                    sizing("lens", "founding").holding(option, new Loading(Precision.FP8, layout, ENGINE, false)))) {
                assertThat(held.memory(1).raisedShare()).as(option.id()).isNull();
            }
        }
    }

    @Test
    void severalUnitsHoldAsManyTimes() {
        Holding told = Case.of(Shipped.catalog().option("h200-sxm-x8-self-built"), Layout.tensor(8))
                .told();
        told.formulas(4, 3).forEach((part, line) -> assertThat(line.value().likely())
                .isEqualTo(3 * told.formulas(4, 1).get(part).value().likely()));
    }

    private static Map<MemoryPart, Interval> values(Holding holding, int streams) {
        Map<MemoryPart, Interval> values = new EnumMap<>(MemoryPart.class);
        holding.formulas(streams, 1).forEach((part, line) -> values.put(part, line.value()));
        return values;
    }

    /** Of eight devices, which nearly hold the model. */
    private static List<DeploymentOption> options() {
        return Shipped.catalog().options().values().stream()
                .filter(option -> option.devices() == 8 && !option.offloadsToHost())
                .toList();
    }

    private static MemorySizing sizing(String... more) {
        Map<String, String> fields = new TreeMap<>(Map.of("model", "deepseek-r1"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        Request request = new RequestForm(fields).request(Shipped.TODAY);
        Parameters parameters = Parameters.of(Shipped.catalog().parameters(request.asOf(), request.lens()));
        return new MemorySizing(request, Shipped.catalog().model("deepseek-r1"), parameters);
    }
}
