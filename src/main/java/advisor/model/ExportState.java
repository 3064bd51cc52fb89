package advisor.model;

/** What an authority says of a part: barred, licensed case by case, discouraged, forbidden to this buyer, preferred, or a sanctions risk. */
public enum ExportState {
    EMBARGOED,
    LICENCE_REQUIRED,
    RESTRICTED,
    PROHIBITED,
    PREFERRED,
    RISK
}
