package advisor.facts.machine;

import advisor.facts.model.Precision;
import advisor.facts.unit.Sourced;
import java.time.LocalDate;

/**
 * One published run of an engine.
 *
 * @param model that was run, by its id
 * @param family its architecture, as its configuration names it
 * @param architecture generation of the device
 * @param vendor who makes it
 * @param layout as {@code TP4 × DP2}
 * @param firstTokenMilliseconds mean, from a request to its first token
 * @param tokenMilliseconds mean, from one token of a stream to the next
 */
public record EngineRun(
        String model,
        String family,
        String accelerator,
        String architecture,
        String vendor,
        int devices,
        Precision precision,
        String layout,
        int streams,
        int promptTokens,
        int outputTokens,
        double firstTokenMilliseconds,
        double tokenMilliseconds,
        LocalDate date,
        String source)
        implements Sourced {}
