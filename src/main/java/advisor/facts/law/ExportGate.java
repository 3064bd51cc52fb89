package advisor.facts.law;

/** An authority whose permission a part needs. */
public enum ExportGate {
    US_LICENCE,
    CHINA_IMPORT_OR_USE,
    US_NEXUS
}
