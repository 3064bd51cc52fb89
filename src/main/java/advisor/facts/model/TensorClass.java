package advisor.facts.model;

/** What a weight tensor is for. */
public enum TensorClass {
    EMBEDDING,
    ATTENTION,
    DENSE_MLP,
    ROUTED_EXPERTS,
    SHARED_EXPERTS,
    ROUTER,
    NORMS,
    HEAD,
    MULTI_TOKEN_PREDICTION,
    /** What does not belong to the language model: vision and audio parts. */
    OTHER
}
