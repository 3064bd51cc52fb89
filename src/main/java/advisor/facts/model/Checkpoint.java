package advisor.facts.model;

import advisor.facts.unit.Bytes;
import advisor.facts.unit.Sourced;

/** The bytes that a model's published or exactly computed weights take in one storage format. */
public record Checkpoint(Precision precision, Bytes bytes, String source) implements Sourced {}
