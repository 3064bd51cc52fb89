package advisor.facts.machine;

/** A way in which an engine spreads a model over devices. */
public enum Parallelism {
    /** Every layer is shared by devices, as many as divide its attention heads. */
    TENSOR,
    /** Groups of devices attend to different streams; routed experts are spread over all of them. */
    DATA_PARALLEL_ATTENTION,
    /** Groups of devices hold layers of their own and work on different streams at the same time. */
    PIPELINE,
    /** Each device holds layers of its own, and one device works at a time. */
    LAYER_SPLIT
}
