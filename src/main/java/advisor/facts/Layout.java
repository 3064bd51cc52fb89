package advisor.facts;

/**
 * How a model is spread over devices. The three degrees multiply to the devices that take part.
 *
 * @param devices all that there are
 * @param tensorParallel devices that share the attention of a layer
 * @param dataParallel groups that attend to different streams; each holds all but the routed experts
 * @param pipelineStages groups of layers, one after the other
 * @param expertParallel whether the devices of a layer hold whole experts though attention is not data-parallel
 */
public record Layout(int devices, int tensorParallel, int dataParallel, int pipelineStages, boolean expertParallel) {

    public Layout(int devices, int tensorParallel, int dataParallel, int pipelineStages) {
        this(devices, tensorParallel, dataParallel, pipelineStages, false);
    }

    /** The same, with whole experts on each device. */
    public Layout withWholeExperts() {
        return new Layout(devices, tensorParallel, dataParallel, pipelineStages, true);
    }

    /** Whether each device holds whole experts instead of a part of every one. */
    public boolean dealsOutExperts() {
        return expertParallel || dataParallel > 1;
    }

    /** Every layer shared by all devices. */
    public static Layout tensor(int devices) {
        return new Layout(devices, devices, 1, 1);
    }

    public int usedDevices() {
        return tensorParallel * dataParallel * pipelineStages;
    }

    public int idleDevices() {
        return devices - usedDevices();
    }

    /** Nodes that take part, of those that hold so many devices each. */
    public int usedNodes(int devicesOfANode) {
        int groupsOfANode = devicesOfANode / tensorParallel;
        return groupsOfANode == 0
                ? ceiling(usedDevices(), devicesOfANode)
                : ceiling(dataParallel * pipelineStages, groupsOfANode);
    }

    private static int ceiling(int all, int ofOne) {
        return (all + ofOne - 1) / ofOne;
    }

    /** Whether heads could not be shared out over all devices, so that layers follow one another or devices idle. */
    public boolean uneven() {
        return pipelineStages > 1 || idleDevices() > 0;
    }

    /** As engines name it: {@code TP4 × DP2}. */
    public String label() {
        StringBuilder label = new StringBuilder("TP").append(tensorParallel);
        append(label, "DP", dataParallel);
        append(label, "PP", pipelineStages);
        append(label, "EP", expertParallel ? tensorParallel : 1);
        return label.toString();
    }

    private static void append(StringBuilder label, String kind, int degree) {
        if (degree > 1) {
            label.append(" × ").append(kind).append(degree);
        }
    }
}
