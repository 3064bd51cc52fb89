package advisor.sizing.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * A stage of a pipeline: which of the layers it holds. Layers beyond an even share go to the stages before the last,
 * backwards, as vLLM deals them out: embedding and head are at the ends.
 *
 * @param expertLayers those of its layers that have experts
 */
record Stage(int layers, int expertLayers, boolean first, boolean last) {

    /** @param experts whether each layer has experts */
    static List<Stage> of(List<Boolean> experts, int stages) {
        List<Stage> all = new ArrayList<>();
        int from = 0;
        for (int stage = 0; stage < stages; stage++) {
            int to = from + layers(experts.size(), stages, stage);
            int mixed = Math.toIntExact(experts.subList(from, to).stream()
                    .filter(mixture -> mixture)
                    .count());
            all.add(new Stage(to - from, mixed, stage == 0, stage == stages - 1));
            from = to;
        }
        return all;
    }

    private static int layers(int all, int stages, int stage) {
        int over = all % stages;
        boolean more = stage >= stages - 1 - over && stage < stages - 1;
        return all / stages + (more ? 1 : 0);
    }
}
