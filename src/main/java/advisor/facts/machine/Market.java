package advisor.facts.machine;

/** For whom an accelerator is made. */
public enum Market {
    DATACENTRE,
    WORKSTATION,
    CONSUMER,
    HOST
}
