package advisor.facts;

/** A line of what a plan draws. */
public enum PowerPart {
    DEVICES,
    /** The devices with their hosts. */
    MACHINES,
    /** With host, network and cooling, from the utility. */
    ALL_IN
}
