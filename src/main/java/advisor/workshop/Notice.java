package advisor.workshop;

import advisor.rules.text.Fault;
import advisor.workshop.LintFile.Level;

/** A fault, and how serious it is taken. */
public record Notice(Level level, Fault fault) {}
