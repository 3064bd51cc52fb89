package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Blanked.Figure;
import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.OptionVerdict;
import advisor.advice.Stance;
import advisor.catalog.Catalog;
import advisor.facts.Candidate;
import advisor.facts.machine.Accelerator;
import advisor.facts.machine.ComputeMode;
import advisor.facts.machine.MemoryPool;
import advisor.facts.model.Precision;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Missing;
import advisor.request.RequestForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A figure is known or not, and what is made of one that is not known is not known either. */
class UnknownFiguresTest {
    /** Whose engine, format and prices are tried with other devices. */
    private static final String HOST = "h200-sxm-x8-self-built";

    private static final Map<String, String> FIELDS = Map.of("model", "qwen3-32b", "streams", "16");

    /** Any engine of the catalog, and nothing kept in the host's memory. */
    private static DeploymentOption builtOf(Accelerator accelerator) {
        Map<String, @Nullable Object> other = new LinkedHashMap<>();
        other.put("accelerator", accelerator);
        other.put("precisions", Set.of());
        other.put("engines", Set.of());
        other.put("memoryPool", MemoryPool.DEVICE);
        DeploymentOption host = Shipped.catalog().option(HOST);
        return Blanked.with(host, Map.of("hardware", Blanked.with(host.hardware(), other)));
    }

    private static OptionVerdict verdict(Accelerator accelerator) {
        Catalog catalog = Shipped.catalog().only(Set.of(HOST)).with(builtOf(accelerator));
        return advise(catalog, FIELDS).verdict(HOST);
    }

    private static Advice advise(Catalog catalog, Map<String, String> fields) {
        return new Advisor(catalog, Shipped.rules()).advise(new RequestForm(fields).request(Shipped.TODAY));
    }

    private static Accelerator accelerator(String id) {
        return Shipped.catalog().accelerator(id);
    }

    @Test
    void everyDeviceWithoutAFigureIsUnknownByItsName() {
        for (Accelerator accelerator : Shipped.catalog().accelerators().values()) {
            verdict(accelerator).all().forEach(verdict -> checkNamed(accelerator, verdict.candidate()));
        }
    }

    @Test
    void everyFigureThatIsLeftOutIsUnknownByItsName() {
        for (Accelerator accelerator : Shipped.catalog().accelerators().values()) {
            for (Figure figure : List.of(Figure.MEMORY, Figure.BANDWIDTH, Figure.FP16_RATE, Figure.POWER)) {
                Accelerator without = figure.leftOutOf(accelerator);
                verdict(without).all().forEach(verdict -> {
                    checkNamed(without, verdict.candidate());
                    assertThat(verdict.stance()).as(without.id() + figure).isGreaterThanOrEqualTo(Stance.UNDECIDED);
                });
            }
        }
    }

    private static void checkNamed(Accelerator accelerator, Candidate candidate) {
        if (candidate.plan().mode() == ComputeMode.UNSUPPORTED) {
            assertThat(candidate.performance().lacks()).containsExactly(Missing.ENGINE);
            return;
        }
        String what = accelerator.id() + " " + candidate.id();
        needs(
                Missing.MEMORY,
                Figure.MEMORY.isKnownOf(accelerator),
                candidate.memory().lacks(),
                what);
        needs(
                Missing.BANDWIDTH,
                Figure.BANDWIDTH.isKnownOf(accelerator),
                candidate.performance().lacks(),
                what);
        needs(
                Missing.FP16_RATE,
                Figure.FP16_RATE.isKnownOf(accelerator),
                candidate.performance().lacks(),
                what);
        needs(
                Missing.POWER,
                Figure.POWER.isKnownOf(accelerator),
                candidate.cost().lacks(),
                what);
        boolean inFp8 = candidate.computesInFp8();
        needs(
                Missing.FP8_RATE,
                !inFp8 || Figure.FP8_RATE.isKnownOf(accelerator),
                candidate.performance().lacks(),
                what);
        assertThat(candidate.performance().unknown() || candidate.performance().timeToFirstTokenSeconds() == null)
                .as(what)
                .isEqualTo(!candidate.performance().lacks().isEmpty());
        assertThat(candidate.memory().unknown())
                .as(what)
                .isEqualTo(candidate.memory().needed() == null
                        || candidate.memory().usable() == null);
        assertThat(candidate.cost().unknown())
                .as(what)
                .isEqualTo(!candidate.cost().lacks().isEmpty());
    }

    private static void needs(Missing figure, boolean known, List<Missing> lacks, String what) {
        if (known) {
            assertThat(lacks).as(what).doesNotContain(figure);
        } else {
            assertThat(lacks).as(what).contains(figure);
        }
    }

    /** With the rates of the other it would be as fast but for the link between cards. */
    @Test
    void h200NvlAndH200SxmDifferByTheirFiguresOnly() {
        Accelerator sxm = accelerator("nvidia-h200-sxm-141gb");
        Accelerator nvl = accelerator("nvidia-h200-nvl-141gb");
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        for (String rate : List.of(
                "fp16Teraflops",
                "fp8Teraflops",
                "int8Teraops",
                "measuredMemory",
                "interconnect",
                "linkGigabytesPerSecond")) {
            figures.put(rate, Blanked.value(sxm, rate));
        }
        Candidate asSxm = inFp8(verdict(Blanked.with(nvl, figures)));
        assertThat(asSxm.performance()).isEqualTo(inFp8(verdict(sxm)).performance());

        Map<String, @Nullable Object> blank = new LinkedHashMap<>();
        blank.put("fp16Teraflops", null);
        blank.put("fp8Teraflops", null);
        Candidate asPrinted = inFp8(verdict(Blanked.with(nvl, blank)));
        assertThat(asPrinted.performance().unknown()).isTrue();
        assertThat(asPrinted.performance().missing().en())
                .isEqualTo("the FP16 rate of a device and the FP8 rate of a device");
    }

    private static Candidate inFp8(OptionVerdict verdict) {
        return verdict.all().stream()
                .map(one -> one.candidate())
                .filter(candidate -> candidate.precision() == Precision.FP8)
                .findFirst()
                .orElseThrow();
    }

    /** A link that is not known is taken as no faster than any that is, and a kind of link as no quicker. */
    @Test
    void whatIsAssumedOfALinkIsNoBetterThanWhatIsKnown() {
        double assumed = parameter("performance/assumed-link-gb-s");
        assertThat(Shipped.catalog().accelerators().values())
                .extracting(Accelerator::linkGigabytesPerSecond)
                .filteredOn(known -> known != null)
                .allSatisfy(known -> assertThat(known).isGreaterThanOrEqualTo(assumed));
        double ofNone = parameter("performance/hop-factor-not-known");
        assertThat(Shipped.catalog().parameterIds())
                .filteredOn(id -> id.startsWith("performance/hop-factor-"))
                .allSatisfy(id -> assertThat(parameter(id)).isLessThanOrEqualTo(ofNone));
    }

    private static double parameter(String id) {
        return Shipped.catalog().datedParameters().stream()
                .filter(dated -> dated.parameter().id().equals(id))
                .findFirst()
                .orElseThrow()
                .parameter()
                .value();
    }

    @Test
    void aPriceThatIsNotKnownNeverRanksBeforeOneThatIs() {
        Catalog catalog = Shipped.catalog();
        Catalog without = Blanked.withoutPrice(catalog, catalog.option(HOST));
        Advice after = advise(without, Map.of("model", "deepseek-r1"));
        OptionVerdict unpriced = after.verdict(HOST);
        assertThat(unpriced.stance()).isEqualTo(Stance.UNDECIDED);
        assertThat(unpriced.best().decisive().orElseThrow().text().en())
                .isEqualTo("what it costs this buyer on this day is not known: ask for a price");
        assertThat(after.viable()).allSatisfy(other -> assertThat(other.rank()).isLessThan(unpriced.rank()));
    }

    @Test
    void whatLacksMoreStandsBehindWhatLacksLess() {
        Advice advice = advise(Shipped.catalog(), Map.of("model", "deepseek-r1", "jurisdiction", "CN"));
        List<Integer> open = advice.undecided().stream()
                .map(verdict -> verdict.best()
                        .reasons(advisor.facts.Finding.Kind.UNKNOWN)
                        .size())
                .toList();
        assertThat(open).isSorted().hasSizeGreaterThan(2);
    }
}
