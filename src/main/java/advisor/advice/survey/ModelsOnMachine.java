package advisor.advice.survey;

import advisor.advice.Advisor;
import advisor.advice.Overrides;
import advisor.facts.OnlyOffers;
import advisor.facts.Request;
import advisor.facts.model.LanguageModel;
import advisor.facts.offer.StatedOffer;
import advisor.facts.unit.Parameters;
import advisor.request.BadRequestException;
import advisor.request.LoadInWords;
import advisor.request.Question;
import advisor.text.Ids;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Which models of the catalog a machine runs, and which two of it would. */
public final class ModelsOnMachine {
    /** What works before what does not, what is fast enough before what is not, and the larger model first. */
    private static final Comparator<ModelFit> BEST_FIRST = Comparator.comparing((ModelFit fit) -> !fit.works())
            .thenComparing(fit -> !fit.fastEnough())
            .thenComparing(fit -> fit.shown().stance())
            .thenComparing(fit -> fit.model().totalParameters(), Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(fit -> fit.model().id());

    private final Advisor advisor;
    private final Map<String, String> load;
    private final LocalDate today;

    /** @param load fields of a request, by their names on the command line */
    public ModelsOnMachine(Advisor advisor, Map<String, String> load, LocalDate today) {
        this.advisor = advisor;
        this.load = load;
        this.today = today;
    }

    /**
     * Every model, best first.
     *
     * @param machine as {@code --own} tells of one
     * @throws advisor.request.BadRequestException with every fault of machine and load
     */
    public List<ModelFit> fits(String machine) {
        offer(machine);
        return fits(machine, model -> true);
    }

    private List<ModelFit> fits(String machine, Predicate<LanguageModel> asked) {
        return advisor.catalog().models().values().parallelStream()
                .filter(asked)
                .map(model -> fit(model, machine))
                .sorted(BEST_FIRST)
                .toList();
    }

    /**
     * Models that do not work on a machine and would with one more device in each of its nodes.
     *
     * @param fits those of the machine
     */
    public List<ModelFit> openedByOneMore(String machine, List<ModelFit> fits) {
        StatedOffer one = offer(machine);
        return opened(machine, one.devices() + one.nodes(), fits);
    }

    /**
     * Models that do not work on a machine and would on twice as many devices.
     *
     * @param fits those of the machine
     */
    public List<ModelFit> openedByTwice(String machine, List<ModelFit> fits) {
        return opened(machine, 2 * offer(machine).devices(), fits);
    }

    private List<ModelFit> opened(String machine, int devices, List<ModelFit> fits) {
        List<String> working = working(fits);
        String larger = machine.replaceFirst("\\d+", Integer.toString(devices));
        return fits(larger, model -> !working.contains(model.id())).stream()
                .filter(ModelFit::works)
                .toList();
    }

    private static List<String> working(List<ModelFit> fits) {
        return fits.stream()
                .filter(ModelFit::works)
                .map(fit -> fit.model().id())
                .toList();
    }

    /** The load at which each model is judged, as a request for any. */
    public Request load(String machine) {
        Request asked = asked(machine);
        return LoadInWords.of(asked, Parameters.of(new Overrides(advisor.catalog(), asked).parameters()))
                .request();
    }

    private StatedOffer offer(String machine) {
        List<StatedOffer> own = asked(machine).own();
        if (own.size() != 1) {
            throw BadRequestException.of(
                    "machine",
                    new Text(
                            "The machine (%s) must be one, as 2 x nvidia-rtx-4090.".formatted(machine),
                            "机器（%s）须为一台，例如 2 x nvidia-rtx-4090。".formatted(machine)));
        }
        return own.get(0);
    }

    private Request asked(String machine) {
        return question(advisor.catalog().models().firstKey(), machine).request();
    }

    private ModelFit fit(LanguageModel model, String machine) {
        return new ModelFit(
                model,
                advisor.assess(question(model.id(), machine))
                        .advice()
                        .verdicts()
                        .get(0));
    }

    private Question question(String model, String machine) {
        SortedMap<String, String> fields = new TreeMap<>(load);
        fields.put("model", model);
        fields.put("own", machine);
        fields.put("only-offers", Ids.of(OnlyOffers.YES));
        return Question.of(fields, today);
    }
}
