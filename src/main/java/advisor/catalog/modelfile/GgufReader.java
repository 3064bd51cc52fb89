package advisor.catalog.modelfile;

import advisor.catalog.yaml.Problems;
import advisor.facts.model.AttentionConfig;
import advisor.facts.model.ExpertConfig;
import advisor.facts.model.HybridConfig;
import advisor.facts.model.ModelConfig;
import advisor.facts.model.Quantisation;
import advisor.facts.model.StoredTensor;
import advisor.file.RegularFile;
import advisor.text.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads GGUF files: one, or all parts of a split one. The first part holds the metadata. */
final class GgufReader {
    private static final String ARCHITECTURE = "general.architecture";
    private static final String PART_COUNT = "split.count";

    private final List<GgufHeader> headers = new ArrayList<>();
    private final Problems problems;

    private GgufReader(Problems problems) {
        this.problems = problems;
    }

    /** What was read: the configuration within the file, and every tensor. */
    record Read(ModelConfig config, List<StoredTensor> tensors) {}

    /** {@code null} if a file cannot be read: the reason is then among the problems. */
    static @Nullable Read read(List<Path> files, Problems problems) {
        return new GgufReader(problems).parts(files);
    }

    private @Nullable Read parts(List<Path> files) {
        files.forEach(this::part);
        if (headers.size() < files.size()) {
            return null;
        }
        headers.sort(Comparator.comparing(header -> header.numbers().getOrDefault("split.no", 0L)));
        GgufHeader first = headers.get(0);
        long parts = first.numbers().getOrDefault(PART_COUNT, 1L);
        if (parts > 1 && parts != headers.size() || parts <= 1 && headers.size() > 1) {
            problems.add(new Problem(
                    files.get(0).toString(),
                    0,
                    0,
                    "The file is one of %s parts, and %s were found.".formatted(Math.max(1, parts), headers.size()),
                    "A folder must hold the parts of one model and no other .gguf file."));
            return null;
        }
        List<StoredTensor> tensors =
                headers.stream().flatMap(header -> header.tensors().stream()).toList();
        return new Read(config(first, first.texts().getOrDefault(ARCHITECTURE, "")), tensors);
    }

    private void part(Path file) {
        try (InputStream in = new BufferedInputStream(RegularFile.open(file), 1 << 16)) {
            headers.add(GgufHeader.read(in));
        } catch (GgufHeader.MalformedException e) {
            problems.add(Problem.inFile(file.toString(), "The file is no GGUF file: %s.".formatted(e.getMessage())));
        } catch (IOException | ArithmeticException e) {
            problems.add(Problem.inFile(file.toString(), "The file cannot be read."));
        }
    }

    private static ModelConfig config(GgufHeader header, String architecture) {
        Keys keys = new Keys(header, architecture + ".");
        return new ModelConfig(
                architecture,
                layers(keys),
                keys.whole("embedding_length"),
                keys.whole("vocab_size"),
                null,
                null,
                keys.whole("context_length"),
                attention(keys),
                experts(keys),
                HybridConfig.NONE,
                keys.atMost(ConfigReader.MOST_LAYERS, "nextn_predict_layers"),
                Quantisation.NONE,
                false,
                null,
                List.of(),
                List.of());
    }

    /** Layers of the model proper: GGUF counts those that predict further tokens among its blocks. */
    private static @Nullable Integer layers(Keys keys) {
        Integer blocks = keys.atMost(ConfigReader.MOST_LAYERS, "block_count");
        Integer predicting = keys.whole("nextn_predict_layers");
        return blocks == null || predicting == null || predicting >= blocks
                ? blocks
                : Integer.valueOf(blocks - predicting);
    }

    private static AttentionConfig attention(Keys keys) {
        return new AttentionConfig(
                keys.whole("attention.head_count"),
                keys.whole("attention.head_count_kv"),
                keys.whole("attention.key_length"),
                keys.whole("attention.value_length"),
                keys.whole("attention.kv_lora_rank"),
                keys.whole("attention.q_lora_rank"),
                null,
                keys.whole("rope.dimension_count"),
                keys.whole("attention.indexer.head_count"),
                keys.whole("attention.indexer.key_length"),
                keys.whole("attention.indexer.top_k"),
                layerTypes(keys),
                keys.whole("full_attention_interval"),
                List.of(),
                keys.whole("attention.sliding_window"),
                null,
                null,
                null,
                keys.whole("attention.chunk_size"),
                List.of(),
                false,
                null,
                null,
                foreign(keys));
    }

    /** The window of each layer, where the file lists it. */
    private static List<String> layerTypes(Keys keys) {
        return keys.list("attention.sliding_window_pattern").stream()
                .map(windowed -> windowed == 0 ? "full_attention" : "sliding_attention")
                .toList();
    }

    /** What says that layers differ in a way that heads and layers do not tell. */
    private static List<String> foreign(Keys keys) {
        Stream<String> lists = Stream.of("attention.head_count_kv", "attention.head_count")
                .filter(key -> keys.list(key).stream().distinct().count() > 1);
        Stream<String> states = Stream.of("ssm.state_size", "wkv.head_size")
                .filter(key -> keys.whole(key) != null && keys.whole("full_attention_interval") == null);
        return Stream.concat(lists, states).toList();
    }

    private static ExpertConfig experts(Keys keys) {
        return new ExpertConfig(
                keys.whole("feed_forward_length"),
                keys.whole("expert_count"),
                keys.whole("expert_used_count"),
                keys.whole("expert_feed_forward_length"),
                keys.whole("expert_shared_count"),
                null,
                keys.whole("leading_dense_block_count"),
                null,
                List.of(),
                List.of(),
                false);
    }

    /** The metadata of one architecture. A list whose members agree counts as one number. */
    private record Keys(GgufHeader header, String prefix) {
        @Nullable Integer whole(String key) {
            Long number = header.numbers().get(prefix + key);
            List<Long> list = list(key);
            if (number == null && list.stream().distinct().count() == 1) {
                number = list.get(0);
            }
            return number == null || number <= 0 || number > Integer.MAX_VALUE
                    ? null
                    : Integer.valueOf(number.intValue());
        }

        @Nullable Integer atMost(int limit, String key) {
            Integer number = whole(key);
            return number == null || number > limit ? null : number;
        }

        List<Long> list(String key) {
            return header.lists().getOrDefault(prefix + key, List.of());
        }
    }
}
