package advisor.facts.machine;

/** Which memory may hold the weights. */
public enum MemoryPool {
    DEVICE,
    DEVICE_AND_HOST
}
