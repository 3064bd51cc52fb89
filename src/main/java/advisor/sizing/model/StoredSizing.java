package advisor.sizing.model;

import advisor.facts.model.ModelFacts;
import advisor.facts.model.Precision;
import advisor.facts.model.StoredTensor;
import advisor.facts.model.TensorClass;
import advisor.facts.model.TensorGroup;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What checkpoint files take, from their headers. */
final class StoredSizing {
    private static final Pattern SCALE = Pattern.compile("scale|qzeros|g_idx|weight_shape|weight_zero_point");
    private static final Pattern PACKED = Pattern.compile("[IU]\\d+");
    private static final Pattern SAFETENSORS_FP8 = Pattern.compile("F8_E\\dM\\d");

    private final ModelFacts facts;
    private final StoredClasses classes;

    StoredSizing(ModelFacts facts) {
        this.facts = facts;
        this.classes = new StoredClasses(facts.config().layers());
    }

    List<TensorGroup> groups() {
        Tally tally = new Tally();
        for (StoredTensor tensor : facts.tensors()) {
            tally.add(classes.of(tensor.name()), tensor.format(), parameters(tensor), tensor.bytes());
        }
        return tally.groups();
    }

    /** Weights in a tensor: none in scales; {@code null} where several are packed into a word. */
    private static @Nullable Long parameters(StoredTensor tensor) {
        if (SCALE.matcher(tensor.name()).find()) {
            return 0L;
        }
        return PACKED.matcher(tensor.format()).matches() ? null : Long.valueOf(tensor.elements());
    }

    /** The advisor's name for the format that most bytes are in. */
    static @Nullable Precision precision(List<TensorGroup> groups) {
        String most = mostBytes(groups);
        if (most == null) {
            return null;
        }
        if (most.matches("B?F16|F32|F64")) {
            return Precision.BF16;
        }
        return SAFETENSORS_FP8.matcher(most).matches() ? Precision.FP8 : ggufPrecision(most);
    }

    /** The name of the format that most bytes are in. */
    static @Nullable String mostBytes(List<TensorGroup> groups) {
        Map<String, Long> bytes = new TreeMap<>();
        groups.stream()
                .filter(group -> group.tensorClass() != TensorClass.OTHER)
                .forEach(group -> bytes.merge(group.format(), group.bytes().count(), Long::sum));
        return bytes.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static @Nullable Precision ggufPrecision(String format) {
        if (format.matches("Q4_.*|IQ4_.*|Q5_.*|Q6_K")) {
            return Precision.GGUF_Q4;
        }
        if (format.matches("Q2_K|Q3_K|IQ2_.*|IQ3_.*|TQ2_0")) {
            return Precision.GGUF_Q2;
        }
        if (format.matches("IQ1_.*|TQ1_0")) {
            return Precision.GGUF_Q1;
        }
        return format.equals("MXFP4") ? Precision.FP4 : null;
    }
}
