package advisor.sizing.model;

import static advisor.facts.model.TensorClass.EMBEDDING;
import static advisor.facts.model.TensorClass.HEAD;

import advisor.facts.model.HybridConfig;
import advisor.facts.model.ModelConfig;
import advisor.facts.model.TensorClass;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The weight tensors that a configuration calls for, each with its name in the checkpoint. */
final class WeightTensors {
    /** Of both inputs, and of the output. */
    private static final int NORMS_THAT_JOIN = 3;

    /** A number that no list of layers reaches. */
    private static final int PREDICTING = Integer.MAX_VALUE;

    private final Family family;
    private final ModelConfig config;
    private final Sizes sizes;
    private final List<WeightTensor> tensors = new ArrayList<>();

    private WeightTensors(Family family, ModelConfig config, Sizes sizes) {
        this.family = family;
        this.config = config;
        this.sizes = sizes;
    }

    /** The sizes that every model has. */
    record Sizes(int layers, int hidden, int vocabulary) {}

    /** The tensors; {@code reason} says why there are none. */
    record Plan(List<WeightTensor> tensors, @Nullable Text reason) {
        static Plan impossible(String en, String zh) {
            return new Plan(List.of(), new Text(en, zh));
        }
    }

    /** Every tensor of the language model and of its multi-token-prediction module as far as that is known. */
    static Plan of(ModelConfig config) {
        Family family = Family.of(config);
        if (config.type().isEmpty()) {
            return Plan.impossible("the configuration has no model_type", "配置中没有 model_type");
        }
        if (family == null) {
            return Plan.impossible(
                    "the layers of architecture \"%s\" are not known".formatted(config.type()),
                    "架构“%s”的各层结构未知".formatted(config.type()));
        }
        List<String> missing = MissingKeys.of(config, family);
        Sizes sizes = sizes(config);
        if (sizes == null || !missing.isEmpty()) {
            String keys = String.join(", ", missing);
            return Plan.impossible("the configuration has no " + keys, "配置中没有 " + keys);
        }
        if (Layers.reaches(config) == null) {
            return Plan.impossible("the kind of each layer is not known", "各层类型未知");
        }
        return new Plan(new WeightTensors(family, config, sizes).all(), null);
    }

    static @Nullable Sizes sizes(ModelConfig config) {
        Integer layers = config.layers();
        Integer hidden = config.hiddenSize();
        Integer vocabulary = config.vocabulary();
        return layers == null || hidden == null || vocabulary == null ? null : new Sizes(layers, hidden, vocabulary);
    }

    private List<WeightTensor> all() {
        add(WeightTensor.plain(family.stem() + ".embed_tokens", EMBEDDING, sizes.vocabulary(), sizes.hidden()));
        List<Layers.Reach> reaches = Layers.reaches(config);
        for (int layer = 0; layer < sizes.layers(); layer++) {
            Layers.Reach reach = reaches == null ? Layers.Reach.ALL : reaches.get(layer);
            layer(family.stem() + ".layers." + layer, reach, layer, Layers.hasExperts(config, layer), this::add);
        }
        add(WeightTensor.norm("model.norm", sizes.hidden()));
        if (!family.isTied(config)) {
            add(WeightTensor.plain("lm_head", HEAD, sizes.vocabulary(), sizes.hidden()));
        }
        prediction();
        VisionTensors.of(config).forEach(this::add);
        return tensors;
    }

    private void layer(String name, Layers.Reach reach, int number, boolean experts, Consumer<WeightTensor> add) {
        MlpTensors mlp = new MlpTensors(family, config, sizes.hidden(), name, add);
        HybridConfig.Block block = Layers.block(config, number);
        norms(name, block, experts, add);
        new AttentionTensors(family, config, sizes.hidden(), name, add).add(reach, number);
        if (block != null) {
            mlp.add(block);
        } else if (!hasMixerAlone(reach, number, experts)) {
            mlp.add(experts);
        }
    }

    /** A norm stands before what is there. */
    private void norms(String name, HybridConfig.@Nullable Block block, boolean experts, Consumer<WeightTensor> add) {
        if (block == null) {
            add.accept(
                    WeightTensor.norm(name + ".input_layernorm", sizes.hidden()).times(family.norms(experts)));
            return;
        }
        if (block.headsOfAGroup() != null || block.linearAttention()) {
            add.accept(WeightTensor.norm(name + ".input_layernorm", sizes.hidden()));
        }
        if (block.width() != null || block.linearMlp()) {
            add.accept(WeightTensor.norm(name + ".post_attention_layernorm", sizes.hidden()));
        }
    }

    /** Where letters name the layers each is one thing only. */
    private boolean hasMixerAlone(Layers.Reach reach, int number, boolean experts) {
        return !config.hybrid().pattern().isEmpty() && reach != Layers.Reach.NONE && !experts && number != PREDICTING;
    }

    private void prediction() {
        Prediction prediction = Prediction.of(config, family);
        if (family == Family.NEMOTRON_H) {
            IntStream.range(0, prediction.layers()).forEach(this::lettered);
            return;
        }
        for (int i = 0; i < prediction.layers(); i++) {
            if (prediction.ownFolder()) {
                joinedFolder(i);
            } else {
                joinedLayer("model.layers." + (sizes.layers() + i), Boolean.TRUE.equals(prediction.copies()));
            }
        }
    }

    /** Layers by letters, each with its norm. */
    private void lettered(int number) {
        String name = "mtp.layers." + number;
        int hidden = sizes.hidden();
        for (char letter : config.hybrid().predictionPattern().toCharArray()) {
            boolean attends = letter == '*';
            addPredicting(WeightTensor.norm(name + ".norm", hidden));
            if (attends) {
                new AttentionTensors(family, config, hidden, name, this::addPredicting)
                        .add(Layers.Reach.ALL, PREDICTING);
            } else {
                new MlpTensors(family, config, hidden, name, this::addPredicting).add(letter == 'E');
            }
        }
        addPredicting(WeightTensor.norm(name + ".norms", hidden).times(NORMS_THAT_JOIN));
        addPredicting(WeightTensor.plain(name + ".eh_proj", HEAD, hidden, 2L * hidden));
    }

    /** A layer behind the last, with what joins the token before to it. */
    private void joinedLayer(String name, boolean copies) {
        int hidden = sizes.hidden();
        layer(name, Layers.Reach.ALL, PREDICTING, config.experts().mixture(), this::addPredicting);
        addPredicting(WeightTensor.norm(name + ".enorm", hidden));
        addPredicting(WeightTensor.norm(name + ".hnorm", hidden));
        addPredicting(WeightTensor.norm(name + ".shared_head.norm", hidden));
        addPredicting(WeightTensor.plain(name + ".eh_proj", HEAD, hidden, 2L * hidden));
        if (copies) {
            addPredicting(WeightTensor.plain(name + ".embed_tokens", EMBEDDING, sizes.vocabulary(), hidden));
            addPredicting(WeightTensor.plain(name + ".shared_head.head", HEAD, sizes.vocabulary(), hidden));
        }
    }

    /** A module of its own that shares embedding and head with the model. */
    private void joinedFolder(int number) {
        int hidden = sizes.hidden();
        layer(
                "mtp.layers." + number,
                Layers.Reach.ALL,
                PREDICTING,
                config.experts().mixture(),
                this::addPredicting);
        if (number == 0) {
            addPredicting(WeightTensor.plain("mtp.fc", HEAD, hidden, 2L * hidden));
            addPredicting(WeightTensor.norm("mtp.norm", hidden));
            addPredicting(WeightTensor.norm("mtp.pre_fc_norm_embedding", hidden));
            addPredicting(WeightTensor.norm("mtp.pre_fc_norm_hidden", hidden));
        }
    }

    private void add(WeightTensor tensor) {
        tensors.add(tensor);
    }

    private void addPredicting(WeightTensor tensor) {
        tensors.add(tensor.as(TensorClass.MULTI_TOKEN_PREDICTION));
    }
}
