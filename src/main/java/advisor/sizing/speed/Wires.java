package advisor.sizing.speed;

import advisor.facts.machine.Interconnect;
import advisor.facts.machine.Network;
import java.util.Map;
import java.util.Objects;

/**
 * What the way between devices costs beside the link's own rate.
 *
 * @param hopFactors a hop over each kind of link, against one over an NVLink switch
 * @param rdmaHopSeconds what a hop between nodes adds with RDMA
 * @param ethernetHopSeconds what it adds without
 * @param nodeBytesPerSecond one way between nodes, a device
 */
public record Wires(
        Map<Interconnect, Double> hopFactors,
        double rdmaHopSeconds,
        double ethernetHopSeconds,
        double nodeBytesPerSecond) {
    private static final double LINKS_OF_A_MESH = 7;

    /**
     * The way between the devices that share a layer. In a mesh few of them use few of their links. Over nodes a sum is made inside each first, so that a device sends
     * its part alone to other nodes, in as many rounds as nodes double.
     */
    Wire inGroup(Machine machine, Coefficients coefficients) {
        Wire inside = insideNode(machine, coefficients).reaching(usedLinkShare(machine));
        if (!machine.sharesLayersOverNodes()) {
            return inside;
        }
        double nodes = machine.nodesOfALayer();
        double others = machine.tensorParallel() - 1;
        double secondsOfAByte = (nodes - 1) / others / (nodeBytesPerSecond * coefficients.linkShare())
                + (others + 1 - nodes) / others / inside.bytesPerSecond();
        double rounds = Math.log(nodes) / Math.log(2);
        return new Wire(inside.hopSeconds() + rounds * addedHopSeconds(machine), 1 / secondsOfAByte);
    }

    private static double usedLinkShare(Machine machine) {
        double others = machine.tensorParallel() / Math.max(1, machine.nodesOfALayer()) - 1;
        return machine.link() == Interconnect.HCCS_MESH ? Math.min(1, Math.max(1, others) / LINKS_OF_A_MESH) : 1;
    }

    /** The narrowest way between any two devices. */
    Wire overall(Machine machine, Coefficients coefficients) {
        return machine.nodes() > 1 ? betweenNodes(machine, coefficients) : insideNode(machine, coefficients);
    }

    Wire insideNode(Machine machine, Coefficients coefficients) {
        double hop = coefficients.hopSeconds() * Objects.requireNonNull(hopFactors.get(machine.link()));
        return new Wire(hop, machine.linkBytesPerSecond() * coefficients.linkShare());
    }

    private Wire betweenNodes(Machine machine, Coefficients coefficients) {
        double slowest = Math.min(machine.linkBytesPerSecond(), nodeBytesPerSecond);
        return new Wire(
                insideNode(machine, coefficients).hopSeconds() + addedHopSeconds(machine),
                slowest * coefficients.linkShare());
    }

    private double addedHopSeconds(Machine machine) {
        return machine.network() == Network.RDMA ? rdmaHopSeconds : ethernetHopSeconds;
    }
}
