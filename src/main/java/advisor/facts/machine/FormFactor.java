package advisor.facts.machine;

/** How an accelerator is mounted. */
public enum FormFactor {
    SXM,
    PCIE,
    CONSUMER_PCIE,
    OAM,
    SUPERCHIP,
    RACK,
    MODULE,
    DESKTOP,
    HOST,
    HOSTED
}
