package advisor.facts.offer;

/** Where an option is bought. */
public enum Channel {
    OFFICIAL,
    DEALER,
    USED,
    GREY,
    CLOUD,
    HOSTED
}
