package advisor.facts.law;

import advisor.facts.machine.Accelerator;
import advisor.facts.machine.Market;
import advisor.facts.unit.Parameter;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The class of a part in export control: by its figures, so that a part that no list names yet does not slip through, and
 * never below what a list says of it.
 *
 * @param performance total processing performance, as far as it is known
 */
public record ExportClass(String accelerator, ExportLevel level, @Nullable Double performance) {
    private static final String CHINA = "CN";

    /**
     * The class of a part.
     *
     * @param parameters in force
     * @param listed ids of the parts that a licensing authority names
     */
    public static ExportClass of(Accelerator part, Collection<Parameter> parameters, Set<String> listed) {
        return new ExportClass(
                part.id(), new Thresholds(parameters).level(part, listed), part.totalProcessingPerformance());
    }

    private record Thresholds(Collection<Parameter> parameters) {
        ExportLevel level(Accelerator part, Set<String> listed) {
            if (CHINA.equals(part.domesticIn())) {
                return ExportLevel.CHINESE;
            }
            ExportLevel byFigures = byFigures(part);
            return listed.contains(part.id()) && byFigures.compareTo(ExportLevel.ADVANCED) < 0
                    ? ExportLevel.ADVANCED
                    : byFigures;
        }

        private ExportLevel byFigures(Accelerator part) {
            Double performance = part.totalProcessingPerformance();
            if (part.market() == Market.HOST || part.beforeAmpere()) {
                return ExportLevel.BELOW;
            }
            if (performance == null) {
                return ExportLevel.NOT_KNOWN;
            }
            return reaches("advanced-performance", performance)
                    ? advanced(part, performance)
                    : small(part, performance);
        }

        private ExportLevel advanced(Accelerator part, double performance) {
            Double bandwidth = part.bandwidthGigabytesPerSecond();
            boolean above = reaches("reviewed-performance", performance)
                    || bandwidth != null && reaches("reviewed-bandwidth", bandwidth);
            return above ? ExportLevel.HIGHEST : ExportLevel.ADVANCED;
        }

        /**
         * Below the first threshold a part for data centres is caught by its density, of which nothing is known here; and
         * where the rate of integers is not known, performance may be twice what the other rates come to.
         */
        private ExportLevel small(Accelerator part, double performance) {
            boolean dense = part.market() == Market.DATACENTRE && reaches("dense-performance", performance);
            boolean doubled = part.int8Teraops() == null && reaches("advanced-performance", 2 * performance);
            return dense || doubled ? ExportLevel.NOT_KNOWN : ExportLevel.BELOW;
        }

        /** A threshold that is not in force is reached by all: nothing is lawful because a figure of the law is missing. */
        private boolean reaches(String name, double amount) {
            return parameters.stream()
                    .filter(parameter -> parameter.id().equals("export/" + name))
                    .noneMatch(threshold -> amount < threshold.value());
        }
    }
}
