package advisor.facts.machine;

/** What joins the nodes of an option. */
public enum Network {
    NONE,
    ETHERNET,
    RDMA
}
