package advisor.facts.offer;

import advisor.facts.unit.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A machine that a request tells of: one that is owned, or one that somebody quoted.
 *
 * @param devices accelerators in all, over all nodes
 * @param accelerator id in the catalog, or a name of its own if figures describe it
 * @param price of the whole; of what is owned, what it would fetch; {@code null} if not said
 * @param warranty {@code null} if a quote does not say
 * @param hostGigabytes memory of a host, in 10<sup>9</sup> bytes; {@code null} if not said
 * @param lastDay on which the price is good; {@code null} if not said
 * @param figures of a device that the catalog lacks, by the names that the catalog has for them
 * @param aside what else was said, which nothing here counts; empty for most
 */
public record StatedOffer(
        boolean owned,
        int devices,
        String accelerator,
        int nodes,
        @Nullable Money price,
        @Nullable Warranty warranty,
        Channel channel,
        Covers covers,
        @Nullable Double hostGigabytes,
        @Nullable LocalDate lastDay,
        SortedMap<String, Double> figures,
        String aside) {

    private static final String BY = "-by-";

    /**
     * Machines that are told of in the shape of the catalog's own files.
     *
     * @param text as it was given: a mapping, or a list of them
     * @param ids among options
     */
    public record InFull(String text, List<String> ids) {
        /** Stands before the id that a file gives, which may be one of the catalog's. */
        public static final String PREFIX = "quote-";
    }

    /** The same, its devices in so many nodes. */
    public StatedOffer inNodes(int servers) {
        return new StatedOffer(
                owned,
                devices,
                accelerator,
                servers,
                price,
                warranty,
                channel,
                covers,
                hostGigabytes,
                lastDay,
                figures,
                aside);
    }

    /** Names its parts of so many devices among options. */
    public static String inParts(String id, int devices) {
        return id + BY + devices;
    }

    /** What the whole is named that an option is, or is in parts. */
    public static String wholeOf(String id) {
        int by = id.lastIndexOf(BY);
        return by < 0 ? id : id.substring(0, by);
    }

    /** Names it among options: {@code own-8-nvidia-a100-sxm4-80gb}. */
    public String id() {
        String over = nodes == 1 ? "" : "-in-" + nodes;
        return Stream.of(owned ? "own" : "quote", Integer.toString(devices), accelerator)
                        .collect(Collectors.joining("-"))
                + over;
    }
}
