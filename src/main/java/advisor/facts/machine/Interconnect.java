package advisor.facts.machine;

/** What joins the devices of one node. */
public enum Interconnect {
    NVLINK_SWITCH,
    NVLINK_BRIDGE,
    PCIE,
    INFINITY_FABRIC,
    HCCS,
    /** Without a switch: each device has a link to each of the seven others. */
    HCCS_MESH,
    UNIFIED_MEMORY,
    SOCKET,
    NOT_KNOWN
}
