package advisor.advice.change;

import advisor.facts.Candidate;
import advisor.facts.CostLine;
import advisor.facts.CostPart;
import advisor.facts.Request;
import advisor.facts.law.CountryStatus;
import advisor.facts.law.ExportStatus;
import advisor.facts.law.ProviderStatus;
import advisor.facts.machine.Accelerator;
import advisor.facts.model.LanguageModel;
import advisor.facts.unit.Figure;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Sourced;
import advisor.rules.explain.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a value that a condition looked at comes from.
 *
 * @param read what was read of it, with source; empty for what the request says or the catalog merely describes
 */
public record Origin(Kind kind, List<Sourced> read) {
    private static final Map<String, String> FIGURES = Map.ofEntries(
            Map.entry("memory", "memory_gb"),
            Map.entry("measuredMemory", "memory_bytes"),
            Map.entry("bandwidthGigabytesPerSecond", "bandwidth_gb_s"),
            Map.entry("bandwidthShareOf", "bandwidth_gb_s"),
            Map.entry("linkGigabytesPerSecond", "link_gb_s"),
            Map.entry("fp16Teraflops", "fp16_tflops"),
            Map.entry("fp8Teraflops", "fp8_tflops"),
            Map.entry("fp8ShareOf", "fp8_tflops"),
            Map.entry("fp4Teraflops", "fp4_tflops"),
            Map.entry("int8Teraops", "int8_tops"),
            Map.entry("nativeFp8", "native_fp8"),
            Map.entry("nativeFp4", "native_fp4"),
            Map.entry("totalParameters", "total"),
            Map.entry("activeParameters", "active"));

    /** How a value came about. */
    public enum Kind {
        /** The question says so, or takes it as its default. */
        REQUEST,
        /** A dated parameter of the catalog. */
        PARAMETER,
        /** A published value of a device or model. */
        FIGURE,
        /** A price, or a row of a bill. */
        QUOTE,
        /** An authority says so. */
        STATEMENT,
        /** Follows from other values. */
        COMPUTED,
        /** The catalog describes the option or the device so. */
        CATALOG
    }

    public static Origin of(Operand operand) {
        Object owner = operand.owner();
        if (owner instanceof Request) {
            return new Origin(Kind.REQUEST, List.of());
        }
        if (owner instanceof Parameter parameter) {
            return parameter.isSetByRequest()
                    ? new Origin(Kind.REQUEST, List.of())
                    : new Origin(Kind.PARAMETER, List.of(parameter));
        }
        if (owner instanceof ExportStatus status) {
            return new Origin(Kind.STATEMENT, List.of(status));
        }
        if (owner instanceof ProviderStatus status) {
            return new Origin(Kind.STATEMENT, List.of(status.status()));
        }
        if (owner instanceof CountryStatus status) {
            return new Origin(Kind.STATEMENT, List.of(status));
        }
        if (owner instanceof LanguageModel model) {
            return ofFigure(operand.field(), model.figures());
        }
        if (owner instanceof Accelerator accelerator) {
            return ofFigure(operand.field(), accelerator.figures());
        }
        return owner instanceof Candidate candidate
                ? of(candidate, operand.field())
                : new Origin(Kind.COMPUTED, List.of());
    }

    private static Origin of(Candidate candidate, String field) {
        String part = field.contains(".") ? field.substring(0, field.indexOf('.')) : field;
        String rest = field.substring(Math.min(field.length(), part.length() + 1));
        return switch (part) {
            case "accelerator" -> ofFigure(rest, candidate.accelerator().figures());
            case "option", "" -> new Origin(Kind.CATALOG, List.of());
            case "cost" -> ofCost(candidate, rest);
            case "power" ->
                new Origin(
                        Kind.COMPUTED,
                        Stream.of("tdp_w", "all_in_kw")
                                .flatMap(name ->
                                        figures(name, candidate.accelerator().figures()).stream())
                                .toList());
            default -> new Origin(Kind.COMPUTED, List.of());
        };
    }

    private static Origin ofFigure(String field, List<Figure> figures) {
        List<Sourced> read = figures(FIGURES.getOrDefault(field, ""), figures);
        Kind kind = field.endsWith("ShareOf") ? Kind.COMPUTED : Kind.FIGURE;
        return read.isEmpty() ? new Origin(Kind.CATALOG, List.of()) : new Origin(kind, read);
    }

    private static List<Sourced> figures(String name, List<Figure> figures) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .limit(1)
                .map(Sourced.class::cast)
                .toList();
    }

    /** The price of what is bought is what somebody asks; all other costs are calculated from prices. */
    private static Origin ofCost(Candidate candidate, String field) {
        boolean asked = candidate.cost().bought() && field.contains("Outlay");
        List<Sourced> read = new ArrayList<>();
        for (CostLine line : candidate.cost().lines()) {
            Formula formula = line.formula();
            boolean price = line.part() == CostPart.HARDWARE || line.part() == CostPart.RENT;
            if (formula != null && (price || !candidate.cost().bought())) {
                read.addAll(formula.read());
            }
        }
        return new Origin(
                asked ? Kind.QUOTE : Kind.COMPUTED, read.stream().distinct().toList());
    }
}
