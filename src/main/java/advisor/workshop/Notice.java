package advisor.workshop;

import advisor.catalog.LintFile.Level;
import advisor.engine.Fault;

/** A fault, and how serious it is taken. */
public record Notice(Level level, Fault fault) {}
