package advisor.sizing.speed;

import advisor.facts.machine.Interconnect;
import advisor.facts.machine.Network;

/**
 * The devices that run a model and how it is laid out on them.
 *
 * @param devices that take part
 * @param nodes that hold them, as many on each
 * @param tensorParallel devices that share each layer
 * @param dataParallel groups of them that attend to different streams
 * @param pipelineStages groups of layers, one after the other, each working on streams of its own at a time
 * @param bytesPerSecond printed memory bandwidth of one device
 * @param operationsPerSecond dense, in the format computed in
 * @param sixteenBitOperationsPerSecond dense, in 16 bits
 * @param linkBytesPerSecond one way between the devices of a node
 */
public record Machine(
        int devices,
        int nodes,
        int tensorParallel,
        int dataParallel,
        int pipelineStages,
        double bytesPerSecond,
        double operationsPerSecond,
        double sixteenBitOperationsPerSecond,
        double linkBytesPerSecond,
        Interconnect link,
        Network network) {

    public Machine {
        requireRate("bytesPerSecond", bytesPerSecond);
        requireRate("operationsPerSecond", operationsPerSecond);
        requireRate("sixteenBitOperationsPerSecond", sixteenBitOperationsPerSecond);
        requireRate("linkBytesPerSecond", linkBytesPerSecond);
    }

    /** A machine of which a rate is not known has no speed. */
    private static void requireRate(String name, double rate) {
        if (!(rate > 0 && Double.isFinite(rate))) {
            throw new IllegalArgumentException("The %s (%s) must be above 0 and finite.".formatted(name, rate));
        }
    }

    /** Devices that hold the experts of one layer. */
    int devicesOfALayer() {
        return devices / pipelineStages;
    }

    /** Groups between which the running streams are shared out. */
    int groups() {
        return dataParallel * pipelineStages;
    }

    /** Nodes over which a tensor-parallel group reaches. */
    double nodesOfALayer() {
        return (double) tensorParallel * nodes / devices;
    }

    /** Whether the devices that share a layer stand in several nodes. */
    boolean sharesLayersOverNodes() {
        return (long) tensorParallel * nodes > devices;
    }
}
