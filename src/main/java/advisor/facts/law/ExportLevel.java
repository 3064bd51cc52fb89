package advisor.facts.law;

/** Where a part stands in the classes of export control, by the figures that the regulation names. */
public enum ExportLevel {
    /** Of a Chinese maker: another rule speaks of it. */
    CHINESE,
    /** No advanced chip. */
    BELOW,
    /** Too little is known of it to tell. */
    NOT_KNOWN,
    /** An advanced chip, which may be reviewed case by case. */
    ADVANCED,
    /** An advanced chip above all that is reviewed case by case. */
    HIGHEST
}
