package advisor.report.text;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.facts.Candidate;
import advisor.facts.Layout;
import advisor.facts.Plan;
import advisor.facts.Request;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.WeightFiles;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Source;
import advisor.facts.unit.Sourced;
import advisor.text.Language;
import advisor.words.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an engine is told the layout of a plan: a command to check, not to trust, for a unit of it. Only what the plan says
 * stands there; all else is left to the engine's own settings.
 */
public final class LaunchText {
    private static final Pattern REPOSITORY = Pattern.compile("https://huggingface\\.co/([\\w.-]+/[\\w.-]+)");
    private static final String CONTINUED = " \\\n    ";

    private final OptionVerdict verdict;
    private final Plan plan;
    private final Request request;
    private final Phrases phrases;

    private final Language language;
    private final @Nullable String stretched;

    private LaunchText(OptionVerdict verdict, Advice advice, Language language) {
        this.verdict = verdict;
        this.plan = verdict.best().candidate().plan();
        this.request = advice.request();
        this.stretched = stretched(advice.model(), request.contextTokens());
        this.language = language;
        this.phrases = new Phrases(language);
    }

    /**
     * @param option id of an option that was judged
     * @param sources all that can be cited, by id: one of them says where the weights are published
     */
    public static String of(Advice advice, String option, Map<String, Source> sources, Language language) {
        OptionVerdict verdict = advice.verdict(option);
        return new LaunchText(verdict, advice, language)
                .write(weights(verdict.best().candidate(), advice.model(), sources));
    }

    /** Files that a source names, or the model's own, which a source of the files or of a figure does. */
    private static Optional<String> weights(Candidate candidate, LanguageModel model, Map<String, Source> sources) {
        Optional<String> named = model.files(
                        candidate.precision(), candidate.plan().engineName())
                .map(WeightFiles::repository);
        return named.or(() -> published(candidate, model, sources));
    }

    private static Optional<String> published(Candidate candidate, LanguageModel model, Map<String, Source> sources) {
        Stream<Sourced> read = Stream.concat(model.checkpoints().stream(), model.figures().stream());
        return candidate.precision().storedAs() != model.nativePrecision()
                ? Optional.empty()
                : read.flatMap(one -> Stream.ofNullable(sources.get(Source.idOf(one.source()))))
                        .flatMap(source -> Stream.ofNullable(source.address()))
                        .map(REPOSITORY::matcher)
                        .filter(Matcher::matches)
                        .map(matcher -> matcher.group(1))
                        .filter(repository -> isOf(model, repository))
                        .findFirst();
    }

    /** Whether a repository is the model's, not that of another whose figures are the same. */
    private static boolean isOf(LanguageModel model, String repository) {
        return repository.toLowerCase(Locale.ROOT).contains(model.id());
    }

    /**
     * The scaling of positions with which the model reaches further than its configuration, as its maker's card writes it;
     * {@code null} if it need not.
     */
    private static @Nullable String stretched(LanguageModel model, long needed) {
        Integer configured = model.configuredTokens();
        Integer most = model.contextTokens();
        if (configured == null || most == null || needed <= configured || needed > most) {
            return null;
        }
        int factor = -Math.floorDiv(-most, configured);
        return "{\"rope_type\": \"yarn\", \"factor\": %s.0, \"original_max_position_embeddings\": %s}"
                .formatted(factor, most / factor);
    }

    private String write(Optional<String> weights) {
        List<String> arguments = arguments(weights.orElse("WEIGHTS"));
        if (arguments.isEmpty()) {
            return instead() + "\n";
        }
        List<String> notes = new ArrayList<>(List.of(
                phrases.say("launch.check"),
                phrases.say(
                        "launch.plan",
                        verdict.option().id(),
                        plan.layout().label(),
                        plan.engineName(),
                        verdict.stance().title().in(language))));
        if (weights.isEmpty()) {
            notes.add(phrases.say("launch.weights", phrases.choice(plan.precision())));
        }
        if (nodes() > 1) {
            notes.add(phrases.say("launch.nodes", nodes()));
        }
        if (stretched != null) {
            notes.add(isTensorRt() ? phrases.say("launch.stretch", stretched) : phrases.say("launch.stretched"));
        }
        if (plan.units() > 1) {
            notes.add(phrases.say("launch.units", plan.units()));
        }
        return notes.stream().map(note -> "# " + note + "\n").collect(Collectors.joining())
                + String.join(CONTINUED, arguments)
                + "\n";
    }

    /** What to do where there is nothing to start, or where it is not known how. */
    private String instead() {
        Candidate candidate = verdict.best().candidate();
        return candidate.option().kind() == OptionKind.API
                ? phrases.say("launch.hosted", candidate.option().title().in(language))
                : phrases.say(
                        "launch.none",
                        plan.engineName(),
                        plan.layout().label(),
                        plan.precision().label(),
                        request.contextTokens(),
                        plan.unitStreams());
    }

    private boolean isTensorRt() {
        return plan.engineName().equals("tensorrt-llm");
    }

    private int nodes() {
        return plan.nodes() / plan.units();
    }

    /** Empty for an engine whose settings are not known here. */
    private List<String> arguments(String weights) {
        return switch (plan.engineName()) {
            case "vllm", "vllm-ascend" -> vllm(weights, plan.layout());
            case "sglang" -> sglang(weights, plan.layout());
            case "tensorrt-llm" -> tensorRt(weights, plan.layout());
            default -> List.of();
        };
    }

    private List<String> vllm(String weights, Layout layout) {
        List<String> arguments = new ArrayList<>(List.of("vllm serve " + weights));
        arguments.add("--tensor-parallel-size " + layout.tensorParallel());
        add(arguments, "--data-parallel-size ", layout.dataParallel());
        add(arguments, "--pipeline-parallel-size ", layout.pipelineStages());
        if (layout.dealsOutExperts()) {
            arguments.add("--enable-expert-parallel");
        }
        share("--gpu-memory-utilization ").ifPresent(arguments::add);
        arguments.add("--max-model-len " + request.contextTokens());
        if (stretched != null) {
            arguments.add("--rope-scaling '" + stretched + "'");
        }
        arguments.add("--max-num-seqs " + plan.unitStreams());
        if (plan.speculativeTokens() > 0) {
            arguments.add("--speculative-config '{\"method\": \"mtp\", \"num_speculative_tokens\": "
                    + plan.speculativeTokens() + "}'");
        }
        return arguments;
    }

    /** Its tensor parallelism counts the groups of data-parallel attention in. */
    private List<String> sglang(String weights, Layout layout) {
        int tensor = layout.tensorParallel() * layout.dataParallel();
        List<String> arguments = new ArrayList<>(List.of("python -m sglang.launch_server --model-path " + weights));
        arguments.add("--tp-size " + tensor);
        add(arguments, "--enable-dp-attention --dp-size ", layout.dataParallel());
        add(arguments, "--pp-size ", layout.pipelineStages());
        if (layout.dealsOutExperts()) {
            arguments.add("--ep-size " + tensor);
        }
        share("--mem-fraction-static ").ifPresent(arguments::add);
        arguments.add("--context-length " + request.contextTokens());
        if (stretched != null) {
            arguments.add("--json-model-override-args '{\"rope_scaling\": " + stretched + "}'");
        }
        arguments.add("--max-running-requests " + plan.unitStreams());
        if (plan.speculativeTokens() > 0) {
            arguments.add("--speculative-algorithm EAGLE --speculative-eagle-topk 1 --speculative-num-steps "
                    + plan.speculativeTokens() + " --speculative-num-draft-tokens " + (plan.speculativeTokens() + 1));
        }
        add(arguments, "--dist-init-addr HOST:PORT --node-rank 0 --nnodes ", nodes());
        return arguments;
    }

    /** Its tensor parallelism counts the groups of data-parallel attention in; what it takes from a file alone comes first. */
    private List<String> tensorRt(String weights, Layout layout) {
        int tensor = layout.tensorParallel() * layout.dataParallel();
        String file = optionsOfTensorRt(layout);
        String joined = nodes() > 1
                ? "mpirun -n %s --hostfile HOSTS trtllm-llmapi-launch ".formatted(layout.usedDevices())
                : "";
        List<String> arguments = new ArrayList<>(List.of(file + joined + "trtllm-serve " + weights));
        arguments.add("--tp_size " + tensor);
        add(arguments, "--pp_size ", layout.pipelineStages());
        if (layout.dealsOutExperts()) {
            arguments.add("--ep_size " + tensor);
        }
        add(arguments, "--gpus_per_node ", nodes() > 1 ? plan.unitDevices() / nodes() : 1);
        arguments.add("--max_seq_len " + request.contextTokens());
        arguments.add("--max_batch_size " + plan.unitStreams());
        if (!file.isEmpty()) {
            arguments.add("--extra_llm_api_options options.yaml");
        }
        return arguments;
    }

    private String optionsOfTensorRt(Layout layout) {
        String options = (layout.dataParallel() > 1 ? "enable_attention_dp: true\n" : "")
                + (plan.speculativeTokens() > 0
                        ? "speculative_config:\n  decoding_type: MTP\n  num_nextn_predict_layers: %s\n"
                                .formatted(plan.speculativeTokens())
                        : "");
        return options.isEmpty() ? "" : "cat > options.yaml <<'END'\n" + options + "END\n";
    }

    /** How much of a device the plan fills, where that is not the engine's default. */
    private Optional<String> share(String name) {
        Double raised = verdict.best().candidate().memory().raisedShare();
        return Optional.ofNullable(raised == null ? request.memoryShare() : raised)
                .map(share -> name + share);
    }

    /** One is what engines take for granted. */
    private static void add(List<String> arguments, String name, int degree) {
        if (degree > 1) {
            arguments.add(name + degree);
        }
    }
}
