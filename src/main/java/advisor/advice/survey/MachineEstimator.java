package advisor.advice.survey;

import advisor.catalog.Catalog;
import advisor.facts.Candidate;
import advisor.facts.Memory;
import advisor.facts.Performance;
import advisor.facts.Request;
import advisor.facts.machine.ComputeMode;
import advisor.facts.model.LanguageModel;
import advisor.facts.model.ModelFacts;
import advisor.facts.model.Precision;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Parameters;
import advisor.facts.unit.Unknown;
import advisor.request.BadRequestException;
import advisor.request.MachineForm;
import advisor.sizing.model.ModelSizing;
import advisor.sizing.plan.Candidates;
import advisor.text.Language;
import advisor.text.Text;
import advisor.words.Wording;
import java.util.ArrayList;
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

    /** @throws BadRequestException if the machine cannot be */
    public MachineEstimate estimate(LanguageModel model, MachineForm form) {
        return on(form, ModelSizing.completed(model));
    }

    /** @throws BadRequestException if the machine cannot be */
    public MachineEstimate estimate(ModelFacts described, MachineForm form) {
        return on(form, ModelSizing.languageModel(described));
    }

    private MachineEstimate on(MachineForm form, LanguageModel model) {
        DeploymentOption option = form.option(catalog);
        Parameters parameters = Parameters.of(catalog.parameters(load.asOf(), load.lens()));
        List<Candidate> all = new Candidates(load, model, catalog.engines().values(), parameters).ofOneUnit(option);
        Precision wanted = form.format() == null ? model.nativePrecision() : form.format();
        Candidate chosen = all.stream()
                .filter(candidate -> candidate.precision() == wanted)
                .findFirst()
                .orElseGet(() -> all.get(0));
        Integer beyond = contextExceeded(model);
        return new MachineEstimate(load, runnable(chosen, beyond), unknown(chosen, all, beyond));
    }

    /** The context that the model was made for, if the load goes beyond it. */
    private @Nullable Integer contextExceeded(LanguageModel model) {
        Integer context = model.contextTokens();
        return context != null && load.contextTokens() > context ? context : null;
    }

    /** No speed is given for what does not fit, or goes beyond the model's context. */
    private static Candidate runnable(Candidate candidate, @Nullable Integer contextExceeded) {
        return candidate.memory().shortfall() == null && contextExceeded == null
                ? candidate
                : new Candidate(
                        candidate.option(),
                        candidate.plan(),
                        candidate.memory(),
                        Performance.NONE,
                        candidate.power(),
                        candidate.cost());
    }

    private List<Unknown> unknown(Candidate chosen, List<Candidate> all, @Nullable Integer contextExceeded) {
        List<Unknown> unknown = new ArrayList<>();
        Memory memory = chosen.memory();
        Bytes shortfall = memory.shortfall();
        if (memory.unknown()) {
            unknown.add(new Unknown("memory", notKnown(memory.missing())));
        }
        if (chosen.plan().mode() == ComputeMode.UNSUPPORTED) {
            unknown.add(new Unknown("performance", unsupported(chosen, all)));
        } else if (contextExceeded != null) {
            unknown.add(new Unknown("performance", tooLong(contextExceeded)));
        } else if (shortfall != null) {
            unknown.add(new Unknown("performance", tooLarge(shortfall)));
        } else if (chosen.performance().unknown()) {
            unknown.add(new Unknown("performance", notKnown(chosen.performance().missing())));
        }
        return unknown;
    }

    private static Text notKnown(Text missing) {
        return new Text("not known: " + missing.en(), "未知：" + missing.zh());
    }

    private Text unsupported(Candidate chosen, List<Candidate> all) {
        String runnable = all.stream()
                .filter(candidate -> candidate.plan().mode() != ComputeMode.UNSUPPORTED)
                .map(candidate -> candidate.precision().label())
                .collect(Collectors.joining(", "));
        String format = chosen.precision().label();
        Text device = chosen.accelerator().title();
        return new Text(
                "no engine in the catalog runs %s on %s on %s; runs: %s"
                        .formatted(format, device.en(), load.asOf(), runnable.isEmpty() ? "-" : runnable),
                "%3$s 时目录中没有引擎能在 %2$s 上以 %1$s 运行；可运行：%4$s"
                        .formatted(format, device.zh(), load.asOf(), runnable.isEmpty() ? "-" : runnable));
    }

    private Text tooLong(int context) {
        return new Text(
                "prompt and answer take %s tokens, and the model was made for %s"
                        .formatted(load.contextTokens(), context),
                "提示词加回答共 %s 个 token，超出模型上下文 %s".formatted(load.contextTokens(), context));
    }

    private static Text tooLarge(Bytes shortfall) {
        return new Text(
                "it does not fit: short by " + new Wording(Language.EN).bytes(shortfall),
                "装不下：缺 " + new Wording(Language.ZH).bytes(shortfall));
    }
}
