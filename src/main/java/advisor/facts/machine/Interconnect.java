package advisor.facts.machine;

/** What joins the devices of one node. */
public enum Interconnect {
    NVLINK_SWITCH,
    NVLINK_BRIDGE,
    PCIE,
    INFINITY_FABRIC,
    HCCS,
    UNIFIED_MEMORY,
    SOCKET,
    NOT_KNOWN
}
