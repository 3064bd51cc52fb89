package advisor.model;

import java.time.LocalDate;

/** A threshold, rate or assumption in force: a number with a unit and a source, kept out of rules and code. */
public record Parameter(String id, double value, String unit, Text title, LocalDate from, String source)
        implements Sourced {}
