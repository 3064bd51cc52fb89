package advisor.facts.machine;

import advisor.facts.unit.Bytes;
import advisor.facts.unit.Sourced;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What an engine takes on each device beside weights and cache.
 *
 * @param batches what it runs at once unless told otherwise; the first that holds of a device on a day counts
 * @param bytesPerLogit of each sequence of a batch and each entry of the vocabulary, while the next tokens are picked
 * @param layerCopies how often it holds what a layer makes of the tokens of a batch
 * @param outside driver and runtime
 * @param ofEachPeer buffers for each other device of the node that shares the model
 * @param graphs captured ones, which it counts from a day on
 * @param logs of its start that this was fitted to; 0 if another engine's figures stand in
 */
public record Workspace(
        List<Batch> batches,
        double bytesPerLogit,
        double layerCopies,
        Bytes outside,
        Bytes ofEachPeer,
        Bytes graphs,
        LocalDate graphsFrom,
        int logs,
        String source)
        implements Sourced {

    /**
     * What is run at once on some devices.
     *
     * @param least memory of such a device
     * @param exceptOf generations that are no such devices whatever their memory
     * @param from the day since which it is so
     * @param tokens of prompts and answers together
     */
    public record Batch(Bytes least, Set<String> exceptOf, LocalDate from, int tokens, int sequences) {
        boolean holds(Accelerator device, Bytes memory, LocalDate day) {
            return memory.compareTo(least) >= 0 && !exceptOf.contains(device.architecture()) && !day.isBefore(from);
        }

        /** The same with so many tokens: no more sequences than these. */
        public Batch ofTokens(int other) {
            return new Batch(least, exceptOf, from, other, Math.min(sequences, other));
        }
    }

    /** @param memory of the device */
    public Batch batch(Accelerator device, Bytes memory, LocalDate day) {
        return batches.stream()
                .filter(batch -> batch.holds(device, memory, day))
                .findFirst()
                .orElse(batches.get(batches.size() - 1));
    }
}
