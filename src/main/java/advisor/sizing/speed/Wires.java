package advisor.sizing.speed;

import advisor.model.Interconnect;
import advisor.model.Network;
import java.util.Map;

/**
 * What the way between devices costs beside the link's own rate.
 *
 * @param hopFactors a hop over a kind of link, against one over an NVLink switch
 * @param rdmaHopSeconds what a hop between nodes adds with RDMA
 * @param ethernetHopSeconds what it adds without
 * @param nodeBytesPerSecond one way between nodes, a device
 */
public record Wires(
        Map<Interconnect, Double> hopFactors,
        double rdmaHopSeconds,
        double ethernetHopSeconds,
        double nodeBytesPerSecond) {

    double hopSeconds(Machine machine, Coefficients coefficients) {
        double within = coefficients.hopSeconds() * hopFactors.getOrDefault(machine.link(), 1.0);
        if (machine.nodes() <= 1) {
            return within;
        }
        return within + (machine.network() == Network.RDMA ? rdmaHopSeconds : ethernetHopSeconds);
    }

    double bytesPerSecond(Machine machine, Coefficients coefficients) {
        double slowest = machine.nodes() <= 1
                ? machine.linkBytesPerSecond()
                : Math.min(machine.linkBytesPerSecond(), nodeBytesPerSecond);
        return slowest * coefficients.linkShare();
    }
}
