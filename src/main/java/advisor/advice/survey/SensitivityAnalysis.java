package advisor.advice.survey;

import advisor.advice.Advice;
import advisor.advice.Evidence;
import advisor.advice.Factor;
import advisor.advice.Overrides;
import advisor.advice.Sensitivity;
import advisor.advice.Stance;
import advisor.advice.Trial;
import advisor.advice.Verdict;
import advisor.catalog.Catalog;
import advisor.facts.Candidate;
import advisor.facts.Comparison;
import advisor.facts.Finding;
import advisor.facts.Lens;
import advisor.facts.Request;
import advisor.facts.model.Precision;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Level;
import advisor.facts.unit.MoneyRange;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Parameters;
import advisor.request.LoadInWords;
import advisor.rules.RuleBook;
import advisor.sizing.cost.Outlook;
import advisor.sizing.plan.Candidates;
import advisor.sizing.plan.Sizings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges a request again over the low, likely and high of what is uncertain. Only options that could come first are
 * judged, and those that their costs are compared with.
 */
public final class SensitivityAnalysis {
    private static final int RENTALS_OF_A_DEVICE = 1;
    private static final String STREAMS = "uncertainty/streams";
    private static final String PRICE = "uncertainty/price-of-one-quote";

    /** A blocker of another topic holds whatever prices, speeds and loads turn out to be. */
    private static final Set<String> MOVABLE = Set.of("budget", "concurrency", "memory");

    private final Catalog catalog;
    private final RuleBook rules;
    private final Function<Advice, Predicate<Verdict>> contends;
    private final Sizings sizings;

    public SensitivityAnalysis(Catalog catalog, RuleBook rules) {
        this(catalog, rules, SensitivityAnalysis::couldLead);
    }

    /** @param contends of an advice, whether an option could come first in a format */
    public SensitivityAnalysis(Catalog catalog, RuleBook rules, Function<Advice, Predicate<Verdict>> contends) {
        this(catalog, rules, contends, new Sizings());
    }

    private SensitivityAnalysis(
            Catalog catalog, RuleBook rules, Function<Advice, Predicate<Verdict>> contends, Sizings sizings) {
        this.catalog = catalog;
        this.rules = rules.withoutNotes();
        this.contends = contends;
        this.sizings = sizings;
    }

    /** @param sizings that know the advice's model already */
    public static SensitivityAnalysis sharing(Sizings sizings, Catalog catalog, RuleBook rules) {
        return new SensitivityAnalysis(catalog, rules, SensitivityAnalysis::couldLead, sizings);
    }

    /**
     * The advice with its analysis; as it is if no option is viable, if a rule failed, if the model cannot be sized, so that
     * no machine could ever lead, and under the founding lens, whose documents state no uncertainty.
     */
    public Advice analysed(Advice advice) {
        boolean meaningful = advice.complete()
                && !advice.viable().isEmpty()
                && advice.unsized().isEmpty()
                && advice.request().lens() != Lens.FOUNDING;
        return meaningful ? advice.with(new Runs(advice).sensitivity()) : advice;
    }

    /** The runs over one advice. */
    private final class Runs {
        private final Advice advice;
        private final DeploymentOption first;
        private final List<Parameter> inForce;
        private final Interval priceOfOneQuote;
        private final Interval streams;

        /** How often users ask, as a multiple of what is likely. */
        private final Interval use;

        private final Map<DeploymentOption, Predicate<Precision>> contenders;

        Runs(Advice advice) {
            this.advice = advice;
            this.first = advice.viable().get(0).option();
            this.inForce = new Overrides(catalog, advice.request()).parameters();
            Parameters parameters = Parameters.of(inForce);
            this.priceOfOneQuote = parameters.get(PRICE).range();
            this.streams = parameters.get(STREAMS).range();
            this.use = advice.use();
            this.contenders = contenders(advice);
        }

        Sensitivity sensitivity() {
            List<Map<Factor, Level>> design = Design.runs();
            List<Optional<DeploymentOption>> leaders =
                    design.parallelStream().map(this::leader).toList();
            List<Sensitivity.Lead> leads = leads(leaders);
            int viable = leads.stream().mapToInt(Sensitivity.Lead::runs).sum();
            return new Sensitivity(design.size(), leads, design.size() - viable, decisive(design, leaders));
        }

        private Optional<DeploymentOption> leader(Map<Factor, Level> run) {
            Outlook outlook = new Outlook((option, price) -> price(option, price, run), level(run, Factor.SPEEDS));
            Request request = request(run);
            List<Parameter> parameters = parameters(run);
            Candidates sizing = sizings.candidates(
                    request, advice.model(), catalog.engines().values(), Parameters.of(parameters), outlook);
            List<Candidate> candidates = contenders.entrySet().stream()
                    .flatMap(option -> sizing.of(option.getKey(), option.getValue()).stream())
                    .toList();
            Evidence.Matter matter = new Evidence.Matter(request, advice.model(), parameters, candidates);
            return Optional.of(Trial.of(matter, catalog, rules).leader())
                    .filter(verdict -> verdict.stance().viable())
                    .map(verdict -> verdict.candidate().option());
        }

        private MoneyRange price(DeploymentOption option, MoneyRange stated, Map<Factor, Level> run) {
            Level level = level(run, option.equals(first) ? Factor.PRICE_OF_FIRST : Factor.OTHER_PRICES);
            boolean oneQuote = stated.low().equals(stated.high());
            return MoneyRange.exactly(oneQuote ? stated.likely().times(level.of(priceOfOneQuote)) : level.of(stated));
        }

        private Request request(Map<Factor, Level> run) {
            Request request = advice.request();
            double scaled = request.streams() * level(run, Factor.STREAMS).of(streams);
            Request loaded = request.withStreams((int) Math.max(1, Math.round(scaled)));
            return LoadInWords.asked(loaded, level(run, Factor.BUSY_TIME).of(use), Parameters.of(inForce));
        }

        private List<Parameter> parameters(Map<Factor, Level> run) {
            return inForce.stream()
                    .map(parameter -> {
                        Factor factor = factor(parameter);
                        return factor == null ? parameter : parameter.at(level(run, factor));
                    })
                    .toList();
        }

        private static @Nullable Factor factor(Parameter parameter) {
            String id = parameter.id();
            if (id.equals(Parameter.BUSY_SHARE)) {
                return Factor.BUSY_TIME;
            }
            if (id.equals(Parameter.VALUE_KEPT)) {
                return Factor.RESALE;
            }
            return Parameters.isOfCosts(parameter) ? Factor.UPKEEP : null;
        }

        private static Level level(Map<Factor, Level> run, Factor factor) {
            return run.getOrDefault(factor, Level.LIKELY);
        }

        /** The first of the advice, then whoever else came first, most often first. */
        private List<Sensitivity.Lead> leads(List<Optional<DeploymentOption>> leaders) {
            Map<String, List<DeploymentOption>> byId = leaders.stream()
                    .flatMap(Optional::stream)
                    .collect(Collectors.groupingBy(DeploymentOption::id, TreeMap::new, Collectors.toList()));
            List<Sensitivity.Lead> leads = new ArrayList<>();
            leads.add(new Sensitivity.Lead(
                    first, byId.getOrDefault(first.id(), List.of()).size()));
            byId.values().stream()
                    .map(runs -> new Sensitivity.Lead(runs.get(0), runs.size()))
                    .filter(lead -> !lead.option().equals(first))
                    .sorted(Comparator.comparingInt(Sensitivity.Lead::runs).reversed())
                    .forEach(leads::add);
            return leads;
        }

        /** The factor between whose levels the share of runs in which the first stays first differs most. */
        private @Nullable Factor decisive(List<Map<Factor, Level>> design, List<Optional<DeploymentOption>> leaders) {
            Factor decisive = null;
            int widest = 0;
            for (Factor factor : Factor.values()) {
                int spread = spread(factor, design, leaders);
                if (spread > widest) {
                    widest = spread;
                    decisive = factor;
                }
            }
            return decisive;
        }

        private int spread(Factor factor, List<Map<Factor, Level>> design, List<Optional<DeploymentOption>> leaders) {
            int[] stays = new int[Level.values().length];
            for (int run = 0; run < design.size(); run++) {
                if (leaders.get(run).filter(first::equals).isPresent()) {
                    stays[level(design.get(run), factor).ordinal()]++;
                }
            }
            return Arrays.stream(stays).max().orElseThrow()
                    - Arrays.stream(stays).min().orElseThrow();
        }
    }

    /** Formats of options that other prices, speeds and loads could bring to the top, and what they are compared with. */
    private Map<DeploymentOption, Predicate<Precision>> contenders(Advice advice) {
        Map<String, Set<Candidate>> byOption = new TreeMap<>();
        Stream<Candidate> leading = advice.verdicts().stream()
                .filter(option -> option.stance() != Stance.UNDECIDED)
                .flatMap(option -> option.all().stream())
                .filter(contends.apply(advice))
                .map(Verdict::candidate);
        Stream<Candidate> compared = advice.comparisons().stream().map(Comparison::other);
        Stream.concat(leading, compared).forEach(candidate -> byOption.computeIfAbsent(
                        candidate.option().id(), id -> new HashSet<>())
                .add(candidate));
        Map<DeploymentOption, Predicate<Precision>> contenders = new LinkedHashMap<>();
        byOption.values().forEach(candidates -> {
            Set<Precision> formats =
                    candidates.stream().map(Candidate::precision).collect(Collectors.toSet());
            contenders.put(candidates.iterator().next().option(), formats::contains);
        });
        return contenders;
    }

    private static Predicate<Verdict> couldLead(Advice advice) {
        Set<DeploymentOption> rentals = bestRentals(advice);
        return verdict -> couldLead(verdict)
                && (verdict.candidate().option().kind() != OptionKind.RENTAL
                        || rentals.contains(verdict.candidate().option()));
    }

    /** Of each device the clouds whose rates come first: loads and speeds move all clouds that rent it out alike. */
    private static Set<DeploymentOption> bestRentals(Advice advice) {
        Map<String, Integer> seen = new HashMap<>();
        return advice.verdicts().stream()
                .filter(option -> option.option().kind() == OptionKind.RENTAL)
                .filter(option ->
                        seen.merge(option.option().accelerator().id(), 1, Integer::sum) <= RENTALS_OF_A_DEVICE)
                .flatMap(option -> option.all().stream())
                .map(verdict -> verdict.candidate().option())
                .collect(Collectors.toSet());
    }

    private static boolean couldLead(Verdict verdict) {
        return verdict.candidate().option().kind() == OptionKind.API
                || verdict.stance().viable()
                || verdict.stance() == Stance.REJECTED
                        && !holdsNobody(verdict.candidate())
                        && verdict.reasons(Finding.Kind.BLOCKER).stream()
                                .map(reason -> reason.rule().topic())
                                .allMatch(MOVABLE::contains);
    }

    /** Whether there is no room for a single stream, however many turn up. */
    private static boolean holdsNobody(Candidate candidate) {
        Long streams = candidate.memory().streams();
        return streams != null && streams == 0;
    }
}
