package advisor.facts.machine;

import advisor.facts.unit.Bytes;
import advisor.facts.unit.Figure;
import advisor.facts.unit.Source;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A device that computes, or a CPU host taken as one. What the catalog does not know is {@code null}, and a rule that
 * compares it does not fire.
 *
 * @param vendor who makes it, by the name it goes by everywhere
 * @param architecture its generation, by its maker's name for it
 * @param computeCapability NVIDIA's number for what a generation can do, as 8.9; {@code null} of others
 * @param memory printed memory of one device
 * @param measuredMemory what one device reports in bytes
 * @param linkGigabytesPerSecond one way to the other devices of a node
 * @param fp16Teraflops dense, as are the other rates
 * @param tdpWatts power of one device alone
 * @param allInKilowatts power drawn from the utility for one device with its share of host, network and cooling
 * @param domesticIn jurisdiction in which the part counts as domestic
 * @param figures every published value, the preferred one of each quantity first
 */
public record Accelerator(
        String id,
        Text title,
        String vendor,
        String architecture,
        @Nullable Double computeCapability,
        @Nullable Integer releaseYear,
        FormFactor formFactor,
        Market market,
        boolean chinaVariant,
        @Nullable String domesticIn,
        Interconnect interconnect,
        @Nullable Bytes memory,
        @Nullable Bytes measuredMemory,
        @Nullable Double bandwidthGigabytesPerSecond,
        @Nullable Double linkGigabytesPerSecond,
        @Nullable Double fp16Teraflops,
        @Nullable Double fp8Teraflops,
        @Nullable Double fp4Teraflops,
        @Nullable Double int8Teraops,
        @Nullable Double tdpWatts,
        @Nullable Double allInKilowatts,
        @Nullable Boolean nativeFp8,
        @Nullable Boolean nativeFp4,
        List<Figure> figures,
        List<Text> notes) {

    /** The maker or the generation of a device of which nobody says it. */
    public static final String UNNAMED = "none";

    /** The maker of all devices whose runs were fitted. */
    public static final String NVIDIA = "NVIDIA";

    private static final double AMPERE = 8.0;
    private static final double ADA = 8.9;
    private static final double HOPPER = 9.0;

    /** Stands for the unknown devices behind a hosted model. */
    public static final Accelerator HOSTED = new Accelerator(
            "hosted",
            new Text("hosted", "托管"),
            UNNAMED,
            UNNAMED,
            null,
            null,
            FormFactor.HOSTED,
            Market.HOST,
            false,
            null,
            Interconnect.NOT_KNOWN,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            false,
            false,
            List.of(),
            List.of());

    /** The preferred published value of a quantity, by its name in the catalog; {@code null} if there is none. */
    public @Nullable Figure figure(String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The same device with another memory; what it reports grows with what is printed. */
    public Accelerator withMemory(Bytes other) {
        return with(other, reported(other), List.of(), tdpWatts, figures);
    }

    /** The same device with another power. */
    public Accelerator withTdp(double watts) {
        return with(memory, measuredMemory, List.of(), watts, figures);
    }

    /** The same device, of which the power is taken to be the most of its class. */
    public Accelerator drawing(double watts, Figure taken) {
        return with(
                memory,
                measuredMemory,
                List.of(),
                watts,
                Stream.concat(figures.stream(), Stream.of(taken)).toList());
    }

    /** The last year in which it was made; {@code null} if it is made still, or if nobody says that it is not. */
    public @Nullable Integer lastMade() {
        Figure year = figure("last_made_year");
        return year == null ? null : Integer.valueOf(year.value());
    }

    /** Whether anything says what it draws. */
    public boolean powerKnown() {
        return tdpWatts != null || allInKilowatts != null;
    }

    /** Whether its power is that of the thirstiest device of its class, because nothing says its own. */
    public boolean powerTaken() {
        Figure power = figure("tdp_w");
        return power != null && power.source().equals(Source.TAKEN);
    }

    /** The same device with the best rate of any other where its own is not known, and a power. */
    public Accelerator filledBy(Collection<Accelerator> others, @Nullable Double watts) {
        return with(memory, measuredMemory, others, known(tdpWatts, watts), figures);
    }

    private @Nullable Double rate(Collection<Accelerator> others, Function<Accelerator, @Nullable Double> rate) {
        return known(
                rate.apply(this),
                others.stream()
                        .flatMap(other -> Stream.ofNullable(rate.apply(other)))
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static @Nullable Double known(@Nullable Double own, @Nullable Double other) {
        return own == null ? other : own;
    }

    private Accelerator with(
            @Nullable Bytes otherMemory,
            @Nullable Bytes otherMeasured,
            Collection<Accelerator> others,
            @Nullable Double otherTdp,
            List<Figure> otherFigures) {
        return new Accelerator(
                id,
                title,
                vendor,
                architecture,
                computeCapability,
                releaseYear,
                formFactor,
                market,
                chinaVariant,
                domesticIn,
                interconnect,
                otherMemory,
                otherMeasured,
                rate(others, Accelerator::bandwidthGigabytesPerSecond),
                linkGigabytesPerSecond,
                rate(others, Accelerator::fp16Teraflops),
                rate(others, Accelerator::fp8Teraflops),
                rate(others, Accelerator::fp4Teraflops),
                rate(others, Accelerator::int8Teraops),
                otherTdp,
                allInKilowatts,
                nativeFp8,
                nativeFp4,
                otherFigures,
                notes);
    }

    /**
     * What export control goes by: operations in 10<sup>12</sup> a second times the bits of their operands, the most of
     * all formats; {@code null} if no rate is known.
     */
    public @Nullable Double totalProcessingPerformance() {
        return Stream.of(bits(16, fp16Teraflops), bits(8, fp8Teraflops), bits(4, fp4Teraflops), bits(8, int8Teraops))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Optional<Double> bits(int width, @Nullable Double rate) {
        return Optional.ofNullable(rate).map(known -> width * known);
    }

    private @Nullable Bytes reported(Bytes other) {
        Bytes printed = memory;
        Bytes measured = measuredMemory;
        return printed == null || measured == null
                ? measured
                : measured.times((double) other.count() / printed.count());
    }

    /** Whether it is of an NVIDIA generation older than Ampere. */
    public boolean beforeAmpere() {
        return isNvidia(capability -> capability < AMPERE);
    }

    /** Whether it is of an NVIDIA generation older than Hopper. */
    public boolean beforeHopper() {
        return isNvidia(capability -> capability < HOPPER);
    }

    /** Whether it is of an NVIDIA generation newer than Ampere. */
    public boolean afterAmpere() {
        return isNvidia(capability -> capability >= ADA);
    }

    private boolean isNvidia(DoublePredicate generation) {
        return vendor.equals(NVIDIA) && computeCapability != null && generation.test(computeCapability);
    }

    /** Whether it is an AMD Instinct of generation CDNA 3 or CDNA 4. */
    public boolean cdna() {
        return architecture.equals("CDNA 3") || architecture.equals("CDNA 4");
    }

    /** For how many calendar years it has been out on a day; {@code null} if nobody says since when. */
    public @Nullable Integer yearsOutBy(LocalDate day) {
        return releaseYear == null ? null : day.getYear() - releaseYear;
    }

    /** Whether it is a processor of a host. */
    public boolean isProcessor() {
        return formFactor == FormFactor.HOST;
    }

    /** Whether its generation has a name; one without may be any. */
    public boolean unnamed() {
        return architecture.equals(UNNAMED);
    }

    /** This device's FP8 rate as a share of another's; unknown if either is. */
    public @Nullable Double fp8ShareOf(Accelerator reference) {
        return share(fp8Teraflops, reference.fp8Teraflops);
    }

    /** This device's memory bandwidth as a share of another's; unknown if either is. */
    public @Nullable Double bandwidthShareOf(Accelerator reference) {
        return share(bandwidthGigabytesPerSecond, reference.bandwidthGigabytesPerSecond);
    }

    /** Whether it is the same but for less memory: of one maker and generation, with the same form and rate of computing. */
    public boolean smallerSisterOf(Accelerator other) {
        return vendor.equals(other.vendor)
                && architecture.equals(other.architecture)
                && formFactor == other.formFactor
                && chinaVariant == other.chinaVariant
                && fp16Teraflops != null
                && fp16Teraflops.equals(other.fp16Teraflops)
                && other.holdsMoreThan(this);
    }

    private boolean holdsMoreThan(Accelerator other) {
        return memory != null && other.memory != null && memory.compareTo(other.memory) > 0;
    }

    private static @Nullable Double share(@Nullable Double mine, @Nullable Double theirs) {
        return mine == null || theirs == null ? null : mine / theirs;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Accelerator that && that.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
