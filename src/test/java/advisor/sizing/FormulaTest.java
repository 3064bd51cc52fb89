package advisor.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import advisor.Shipped;
import advisor.advice.Assessment;
import advisor.advice.change.Explainer;
import advisor.facts.Candidate;
import advisor.facts.CostLine;
import advisor.facts.CostPart;
import advisor.facts.Memory;
import advisor.facts.MemoryPart;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Formula.Operation;
import advisor.facts.unit.MoneyRange;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader who calculates a formula again from the operands that it shows gets the amount beside it. */
class FormulaTest {
    static Stream<List<String>> requests() {
        return Stream.of(
                List.of("model", "deepseek-r1", "budget", "3000000CNY", "jurisdiction", "CN"),
                List.of("model", "deepseek-r1", "lens", "founding", "as-of", "2025-02-11", "jurisdiction", "CN"),
                List.of("model", "qwen3-8b", "budget", "$400k", "streams", "3", "horizon", "60", "jurisdiction", "DE"),
                List.of("model", "llama-3.1-70b", "billing", "working-hours", "min-speed", "30", "streams", "200"),
                List.of("model", "deepseek-r1", "billing", "scale-to-zero", "horizon", "84", "jurisdiction", "US"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyAmountIsWhatItsFormulaGives(List<String> request) {
        Assessment assessment = Shipped.assess(request.toArray(String[]::new));
        Set<MemoryPart> derived = EnumSet.noneOf(MemoryPart.class);
        Set<CostPart> priced = EnumSet.noneOf(CostPart.class);
        for (Candidate candidate : candidates(assessment)) {
            Map<MemoryPart, Formula> formulas = Explainer.memory(Shipped.catalog(), assessment.advice(), candidate);
            derived.addAll(formulas.keySet());
            checkMemory(candidate, formulas);
            for (CostLine line : candidate.cost().lines()) {
                priced.add(line.part());
                checkCost(candidate, line);
            }
        }
        assertThat(derived).contains(MemoryPart.WEIGHTS, MemoryPart.CACHE, MemoryPart.USABLE, MemoryPart.RUNTIME);
        assertThat(priced).hasSizeGreaterThan(8);
    }

    private static List<Candidate> candidates(Assessment assessment) {
        return assessment.judgement().facts().stream()
                .filter(Candidate.class::isInstance)
                .map(Candidate.class::cast)
                .toList();
    }

    private static void checkMemory(Candidate candidate, Map<MemoryPart, Formula> formulas) {
        Map<MemoryPart, Bytes> lines = lines(candidate.memory());
        assertThat(formulas).as(candidate.id()).containsOnlyKeys(lines.keySet());
        double bytesOff = roundings(candidate);
        lines.forEach((part, bytes) -> assertThat(calculated(formulas.get(part), End.LIKELY))
                .as("%s of %s", part, candidate.id())
                .isCloseTo(bytes.count(), offset(bytesOff)));
    }

    /** Amounts are rounded to whole bytes, on each device. */
    private static double roundings(Candidate candidate) {
        return Math.max(64, candidate.plan().units() * candidate.option().devices());
    }

    private static Map<MemoryPart, Bytes> lines(Memory memory) {
        Map<MemoryPart, Bytes> lines = new EnumMap<>(MemoryPart.class);
        put(lines, MemoryPart.WEIGHTS, memory.weights());
        Bytes copies = memory.weightCopies();
        put(lines, MemoryPart.WEIGHT_COPIES, copies == null || copies.count() <= 0 ? null : copies);
        put(lines, MemoryPart.CACHE, memory.kvCache());
        put(lines, MemoryPart.RUNTIME, memory.runtime());
        put(lines, MemoryPart.TOTAL, memory.total());
        put(lines, MemoryPart.USABLE, memory.usable());
        return lines;
    }

    private static void put(Map<MemoryPart, Bytes> lines, MemoryPart part, @Nullable Bytes bytes) {
        if (bytes != null) {
            lines.put(part, bytes);
        }
    }

    private static void checkCost(Candidate candidate, CostLine line) {
        MoneyRange amount = line.amount();
        Formula formula = line.formula();
        assertThat(formula == null).as("%s of %s", line.part(), candidate.id()).isEqualTo(amount == null);
        if (amount != null && formula != null) {
            check(candidate, line, End.LOW, amount.low().amount().doubleValue());
            check(candidate, line, End.LIKELY, amount.likely().amount().doubleValue());
            check(candidate, line, End.HIGH, amount.high().amount().doubleValue());
        }
    }

    private static void check(Candidate candidate, CostLine line, End end, double amount) {
        assertThat(calculated(line.formula(), end))
                .as("%s %s of %s: %s", end, line.part(), candidate.id(), line.formula())
                .isCloseTo(amount, offset(Math.max(1e-6, Math.abs(amount) * 1e-9)));
    }

    /** An end of an uncertain amount. */
    private enum End {
        LOW,
        LIKELY,
        HIGH;

        End other() {
            return this == LIKELY ? LIKELY : this == LOW ? HIGH : LOW;
        }

        double of(Operand operand) {
            return switch (this) {
                case LOW -> operand.value().low();
                case LIKELY -> operand.value().likely();
                case HIGH -> operand.value().high();
            };
        }
    }

    /** Calculates as a reader would, by the signs alone. */
    private static double calculated(@Nullable Formula formula, End end) {
        if (formula instanceof Operand operand) {
            return end.of(operand);
        }
        Operation operation = (Operation) formula;
        assertThat(operation).isNotNull();
        List<Formula> parts = operation.parts();
        double first = calculated(parts.get(0), end);
        return switch (operation.operator()) {
            case SUM ->
                parts.stream().mapToDouble(part -> calculated(part, end)).sum();
            case PRODUCT ->
                parts.stream().mapToDouble(part -> calculated(part, end)).reduce(1, (a, b) -> a * b);
            case DIFFERENCE -> first - calculated(parts.get(1), end.other());
            case QUOTIENT -> first / calculated(parts.get(1), end.other());
            case POWER -> Math.pow(first, calculated(parts.get(1), End.LIKELY));
            case LARGEST ->
                parts.stream().mapToDouble(part -> calculated(part, end)).max().orElseThrow();
            case SMALLEST ->
                parts.stream().mapToDouble(part -> calculated(part, end)).min().orElseThrow();
            case SPAN ->
                switch (end) {
                    case LOW ->
                        parts.stream()
                                .mapToDouble(part -> calculated(part, end))
                                .min()
                                .orElseThrow();
                    case LIKELY -> first;
                    case HIGH ->
                        parts.stream()
                                .mapToDouble(part -> calculated(part, end))
                                .max()
                                .orElseThrow();
                };
            case ROUNDED_UP -> Math.ceil(first - 1e-9);
            case LOW_END -> calculated(parts.get(0), End.LOW);
            case LIKELY -> calculated(parts.get(0), End.LIKELY);
            case NEGATION -> -calculated(parts.get(0), end.other());
        };
    }
}
