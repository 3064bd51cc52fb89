package advisor.advice.survey;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.OptionVerdict;
import advisor.advice.Stance;
import advisor.catalog.Catalog;
import advisor.facts.model.LanguageModel;
import advisor.facts.unit.Money;
import advisor.request.BadRequestException;
import advisor.request.FieldFault;
import advisor.request.Question;
import advisor.text.Text;
import advisor.text.UnknownNameException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Several models judged for one load, the best first: what may be had and carries it before what does not; of those what
 * costs less in all, then what has more points.
 */
public record ModelChoice(List<ModelPlan> ranked) {
    private static final String FIELD = "model";

    private static final Comparator<ModelPlan> BEST_FIRST = Comparator.comparing(ModelPlan::standing)
            .thenComparing(ModelPlan::likelyTotal, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(plan -> -plan.option().best().score())
            .thenComparing(plan -> plan.model().id());

    /** How a model stands, best first. */
    public enum Standing {
        /** Lawful, advised, and as fast as is wished. */
        CARRIES,
        /** It could be done, and it is not advised or too slow. */
        WEAK,
        /** Something that must be known to decide is not. */
        OPEN,
        OUT
    }

    /**
     * A model with the best plan for it.
     *
     * @param advice on the model alone
     * @param option the first that is lawful; of a model for which none is, the first of all
     */
    public record ModelPlan(Advice advice, OptionVerdict option, Standing standing) {
        private static ModelPlan of(Advice advice) {
            OptionVerdict option = Stream.concat(advice.lawful().stream(), advice.verdicts().stream())
                    .findFirst()
                    .orElseThrow();
            return new ModelPlan(advice, option, of(advice, option));
        }

        private static Standing of(Advice advice, OptionVerdict option) {
            if (advice.lawful().isEmpty()) {
                return option.stance() == Stance.UNDECIDED ? Standing.OPEN : Standing.OUT;
            }
            boolean carries = advice.complete()
                    && option.stance().advisable()
                    && option.best().candidate().plan().fastEnough();
            return carries ? Standing.CARRIES : Standing.WEAK;
        }

        public LanguageModel model() {
            return advice.model();
        }

        /** Over the horizon; {@code null} if that is not known. */
        public @Nullable Money likelyTotal() {
            return option.best().candidate().cost().likelyTotal();
        }
    }

    /**
     * Judges each model of the catalog by itself; they share what is the same for all.
     *
     * @param questions the same but for the model
     * @throws BadRequestException with every fault of the fields, and every model that the catalog lacks
     */
    public static ModelChoice of(Advisor advisor, List<Question> questions) {
        refuseFaults(advisor.catalog(), questions);
        return of(questions.parallelStream()
                .map(question -> advisor.assess(question).advice())
                .toList());
    }

    /** Of the advice on each. */
    public static ModelChoice of(Collection<Advice> each) {
        return new ModelChoice(
                each.stream().map(ModelPlan::of).sorted(BEST_FIRST).toList());
    }

    /** The cheapest that carries the load. */
    public Optional<ModelPlan> cheapest() {
        return ranked.stream()
                .limit(1)
                .filter(plan -> plan.standing() == Standing.CARRIES && plan.likelyTotal() != null)
                .findFirst();
    }

    /** Whether every rule was heard of each. */
    public boolean complete() {
        return ranked.stream().allMatch(plan -> plan.advice().complete());
    }

    /** Whether any could be carried out. */
    public boolean viable() {
        return ranked.stream().anyMatch(plan -> plan.option().stance().viable());
    }

    /** @throws BadRequestException with all that is wrong with questions of several models */
    public static void refuseFaults(Catalog catalog, List<Question> questions) {
        List<FieldFault> faults = new ArrayList<>();
        try {
            questions.get(0).request();
        } catch (BadRequestException e) {
            faults.addAll(e.fieldFaults());
        }
        questions.stream()
                .flatMap(question -> Stream.ofNullable(question.fields().get(FIELD)))
                .flatMap(model -> unknown(catalog, model))
                .forEach(fault -> faults.add(new FieldFault(FIELD, fault)));
        if (!faults.isEmpty()) {
            throw BadRequestException.of(faults);
        }
    }

    private static Stream<Text> unknown(Catalog catalog, String model) {
        if (catalog.models().containsKey(model)) {
            return Stream.empty();
        }
        if (model.contains("/") || model.endsWith(".json") || model.endsWith(".gguf")) {
            return Stream.of(new Text(
                    "The model (%s) is described by files: it can be asked for alone, not as one of several."
                            .formatted(model),
                    "模型（%s）由文件描述：只能单独询问，不能列入多个模型。".formatted(model)));
        }
        try {
            catalog.model(model);
            return Stream.empty();
        } catch (UnknownNameException e) {
            return Stream.of(e.text());
        }
    }
}
