package advisor.advice.survey;

import advisor.catalog.Catalog;
import advisor.facts.Candidate;
import advisor.facts.Degrees;
import advisor.facts.Layout;
import advisor.facts.Memory;
import advisor.facts.Performance;
import advisor.facts.Plan;
import advisor.facts.Request;
import advisor.facts.SpeedBasis;
import advisor.facts.machine.ComputeMode;
import advisor.facts.machine.Engine;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.ModelFacts;
import advisor.facts.model.Precision;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Parameters;
import advisor.facts.unit.Unknown;
import advisor.request.BadRequestException;
import advisor.request.MachineForm;
import advisor.sizing.model.ModelSizing;
import advisor.sizing.plan.Candidates;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.text.Text;
import advisor.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Estimates a model on a machine, by the same calculation as the advice. */
public final class MachineEstimator {
    private final Catalog catalog;
    private final Request load;

    /** @param load streams and their lengths, and the day whose engines count */
    public MachineEstimator(Catalog catalog, Request load) {
        this.catalog = catalog;
        this.load = load;
    }

    /** @throws BadRequestException if the machine cannot be, or the model cannot be in its format */
    public MachineEstimate estimate(LanguageModel model, MachineForm form) {
        return on(form, ModelSizing.completed(model));
    }

    /** @throws BadRequestException if the machine cannot be, or the model cannot be in its format */
    public MachineEstimate estimate(ModelFacts described, MachineForm form) {
        return on(form, ModelSizing.languageModel(described));
    }

    private MachineEstimate on(MachineForm form, LanguageModel model) {
        List<Candidate> all = candidates(form, model);
        Precision wanted = form.format() == null ? asPublished(model, all) : form.format();
        Candidate chosen = all.stream()
                .filter(candidate -> candidate.precision() == wanted)
                .findFirst()
                .orElseThrow(() -> noSuchFormat(wanted, model, candidates(form.inAnyFormat(), model)));
        requireAskedLayout(chosen);
        Integer beyond = contextExceeded(model);
        SpeedBasis basis = SpeedBasis.of(catalog.engines().values(), model, chosen, load);
        Candidate runnable = runnable(chosen, beyond);
        return new MachineEstimate(
                load,
                runnable,
                basis,
                Provenances.onMachine(model, runnable, catalog.engines(), load, basis),
                unknown(chosen, all, beyond, form, model));
    }

    /** The published format, or where nothing runs that, one that reads the very same files. */
    private static Precision asPublished(LanguageModel model, List<Candidate> all) {
        Precision published = model.nativePrecision();
        boolean refused = all.stream()
                .anyMatch(candidate ->
                        candidate.precision() == published && candidate.plan().mode() == ComputeMode.UNSUPPORTED);
        return all.stream()
                .filter(candidate -> refused && candidate.plan().knownToRun())
                .map(Candidate::precision)
                .filter(format -> format.storedAs() == published)
                .findFirst()
                .orElse(published);
    }

    /** Never another layout than the one that was asked for. */
    private void requireAskedLayout(Candidate chosen) {
        Degrees asked = load.layout();
        Layout layout = chosen.plan().layout();
        if (asked == null || asked.isMetBy(layout)) {
            return;
        }
        throw BadRequestException.of(
                "layout",
                new Text(
                        """
                        The layout (%s) cannot be taken by %s on %s devices: it takes %s, heads must divide, and the engine \
                        must know its ways.
                        Maybe %s, as it would be laid out."""
                                .formatted(
                                        asked.written(),
                                        chosen.plan().engineName(),
                                        layout.devices(),
                                        asked.devices(),
                                        layout.label()),
                        """
                        布局（%s）不能用于 %s 的 %s 个设备：它需要 %s 个，注意力头须能均分，且引擎须支持该并行方式。
                        可用：%s（最佳布局）。"""
                                .formatted(
                                        asked.written(),
                                        chosen.plan().engineName(),
                                        layout.devices(),
                                        asked.devices(),
                                        layout.label())));
    }

    private List<Candidate> candidates(MachineForm form, LanguageModel model) {
        Parameters parameters = Parameters.of(catalog.parameters(load.asOf(), load.lens()));
        return new Candidates(load, model, catalog.engines().values(), parameters).ofOneUnit(form.option(catalog));
    }

    /** Never another format than the one that was asked for. */
    private BadRequestException noSuchFormat(Precision wanted, LanguageModel model, List<Candidate> others) {
        String formats =
                others.stream().map(candidate -> Ids.of(candidate.precision())).collect(Collectors.joining(", "));
        return BadRequestException.of(
                "precision",
                new Text(
                        """
                        The precision (%s) is none that weights of %s, published in %s, are known or can be made to be in: %s.
                        Maybe a checkpoint in that format was published: give its folder or config.json as the model."""
                                .formatted(Ids.of(wanted), model.id(), Ids.of(model.nativePrecision()), formats),
                        """
                        %2$s 以 %3$s 发布，已知没有也无法转成精度（%1$s）的权重；可选：%4$s。
                        也许另有该格式的检查点：请把其文件夹或 config.json 作为模型给出。"""
                                .formatted(Ids.of(wanted), model.id(), Ids.of(model.nativePrecision()), formats)));
    }

    /** The context that the model was made for, if the load goes beyond it. */
    private @Nullable Integer contextExceeded(LanguageModel model) {
        Integer context = model.contextTokens();
        return context != null && load.contextTokens() > context ? context : null;
    }

    /** No speed is given where no stream fits, or the load goes beyond the model's context; streams that do not fit wait. */
    private static Candidate runnable(Candidate candidate, @Nullable Integer contextExceeded) {
        return holdsOneStream(candidate) && contextExceeded == null
                ? candidate
                : new Candidate(
                        candidate.option(),
                        candidate.plan(),
                        candidate.memory(),
                        Performance.NONE,
                        candidate.power(),
                        candidate.cost());
    }

    private static boolean holdsOneStream(Candidate candidate) {
        Double streams = candidate.performance().likelyConcurrentStreams();
        return candidate.memory().shortfall() == null || streams != null && streams >= 1;
    }

    private List<Unknown> unknown(
            Candidate chosen,
            List<Candidate> all,
            @Nullable Integer contextExceeded,
            MachineForm form,
            LanguageModel model) {
        List<Candidate> inAnyFormat = candidates(form.inAnyFormat(), model);
        List<Unknown> unknown = new ArrayList<>();
        Memory memory = chosen.memory();
        Bytes shortfall = memory.shortfall();
        if (memory.unknown()) {
            unknown.add(new Unknown("memory", notKnown(memory.missing())));
        }
        if (shortfall != null && fitsWhenFilled(chosen, form, model)) {
            unknown.add(new Unknown("memory", fitsWhenFilled()));
        }
        if (chosen.plan().mode() == ComputeMode.NOT_KNOWN) {
            unknown.add(new Unknown("plan", notKnown(chosen)));
        }
        if (chosen.plan().mode() == ComputeMode.UNSUPPORTED) {
            unknown.add(new Unknown("performance", unsupported(chosen, all)));
        } else if (contextExceeded != null) {
            unknown.add(new Unknown("performance", tooLong(contextExceeded)));
        } else if (shortfall != null && !holdsOneStream(chosen)) {
            unknown.add(new Unknown("performance", tooLarge(shortfall, fitting(inAnyFormat))));
        } else if (chosen.performance().unknown()) {
            unknown.add(new Unknown("performance", notKnown(chosen.performance().missing())));
        }
        return unknown;
    }

    /** Whether it would hold the load where the engine is told to fill more of each device than it is now. */
    private boolean fitsWhenFilled(Candidate chosen, MachineForm form, LanguageModel model) {
        double share = mostFilled();
        Double told = load.memoryShare();
        Engine engine = catalog.engines().get(chosen.plan().engine());
        return (told == null || told < share)
                && engine != null
                && engine.memory() != null
                && engine.memory().takesShare()
                && new MachineEstimator(catalog, load.withMemoryShare(share))
                        .candidates(form, model).stream()
                                .filter(filled -> filled.precision() == chosen.precision())
                                .anyMatch(filled -> !filled.memory().unknown()
                                        && filled.memory().shortfall() == null);
    }

    private double mostFilled() {
        return Parameters.of(catalog.parameters(load.asOf(), load.lens())).value("sizing/raised-memory-share");
    }

    private Text fitsWhenFilled() {
        return new Text(
                "the load fits where the engine is told to fill more of each device: --memory-share %s"
                        .formatted(mostFilled()),
                "让引擎占用更多显存即可放下：--memory-share %s".formatted(mostFilled()));
    }

    private static Text notKnown(Text missing) {
        return new Text("not known: " + missing.en(), "未知：" + missing.zh());
    }

    private Text notKnown(Candidate chosen) {
        Plan plan = chosen.plan();
        return new Text(
                "whether %s runs on %s is not known: no source says so of %s on %s; the figures are those of %s, try it"
                        .formatted(label(chosen), device(chosen).en(), plan.asked(), load.asOf(), plan.engine()),
                "%2$s 能否运行 %1$s 未知：截至 %4$s 没有来源说明 %3$s 可以；所列数字按 %5$s 计，请先试跑"
                        .formatted(label(chosen), device(chosen).zh(), plan.asked(), load.asOf(), plan.engine()));
    }

    private Text unsupported(Candidate chosen, List<Candidate> all) {
        String others = all.stream()
                .filter(candidate -> candidate.plan().knownToRun())
                .map(MachineEstimator::label)
                .collect(Collectors.joining(", "));
        return new Text(
                "%s on %s is not run by %s on %s; %s"
                        .formatted(
                                label(chosen),
                                device(chosen).en(),
                                chosen.plan().asked(),
                                load.asOf(),
                                others.isEmpty() ? "nor is any other format known to be" : "run there: " + others),
                "截至 %4$s，%3$s 不能在 %2$s 上运行 %1$s；%5$s"
                        .formatted(
                                label(chosen),
                                device(chosen).zh(),
                                chosen.plan().asked(),
                                load.asOf(),
                                others.isEmpty() ? "其他格式也未见可运行" : "可运行：" + others));
    }

    private static String label(Candidate candidate) {
        return candidate.precision().label();
    }

    private static Text device(Candidate candidate) {
        return candidate.accelerator().title();
    }

    private Text tooLong(int context) {
        return new Text(
                "prompt and answer take %s tokens, and the model was made for %s"
                        .formatted(load.contextTokens(), context),
                "提示词加回答共 %s 个 token，超出模型上下文 %s".formatted(load.contextTokens(), context));
    }

    /** Formats that are known to run and leave room for a stream, the most faithful first. */
    private static String fitting(List<Candidate> inAnyFormat) {
        return inAnyFormat.stream()
                .filter(candidate -> candidate.plan().knownToRun())
                .filter(candidate -> !candidate.memory().unknown() && holdsOneStream(candidate))
                .sorted(Comparator.comparing(candidate -> candidate.plan().fidelity()))
                .map(candidate -> Ids.of(candidate.precision()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Text tooLarge(Bytes shortfall, String fitting) {
        String english = "it does not fit: short by " + new Wording(Language.EN).bytes(shortfall);
        String chinese = "装不下：缺 " + new Wording(Language.ZH).bytes(shortfall);
        return fitting.isEmpty()
                ? new Text(english, chinese)
                : new Text(
                        english + "; it fits as --precision " + fitting,
                        chinese + "；装得下的格式：--precision " + fitting.replace(", ", "、"));
    }
}
