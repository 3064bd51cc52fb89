package advisor.model;

/** What joins the nodes of an option. */
public enum Network {
    NONE,
    ETHERNET,
    RDMA
}
