package advisor.facts.offer;

/** An authority whose permission a part needs. */
public enum ExportGate {
    US_LICENCE,
    CHINA_IMPORT_OR_USE,
    US_NEXUS
}
