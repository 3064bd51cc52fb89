package advisor.facts.machine;

import advisor.facts.unit.Bytes;
import advisor.facts.unit.Sourced;

/**
 * What an engine leaves of a device's memory to the model.
 *
 * @param usableShare share that it fills unless told otherwise
 * @param reserved what it keeps free on each device beside that
 */
public record EngineMemory(double usableShare, Bytes reserved, String source) implements Sourced {}
