package advisor.facts.model;

/**
 * A tensor as a checkpoint file's header describes it.
 *
 * @param format its type as the file names it
 * @param elements the product of its dimensions
 * @param bytes what its data take in the file
 */
public record StoredTensor(String name, String format, long elements, long bytes) {}
