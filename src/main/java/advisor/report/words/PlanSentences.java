package advisor.report.words;

import advisor.advice.Reason;
import advisor.advice.Verdict;
import advisor.facts.Candidate;
import advisor.facts.Cost;
import advisor.facts.Finding;
import advisor.facts.Lens;
import advisor.facts.Memory;
import advisor.facts.Performance;
import advisor.facts.Plan;
import advisor.facts.Privacy;
import advisor.facts.Request;
import advisor.facts.offer.ApiOffer;
import advisor.facts.offer.Billing;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a plan costs and what it gives. */
public final class PlanSentences {
    /** What is said already, by what to do and by what is due at once. */
    private static final Set<String> SAID = Set.of("budget/cards-alone", "budget/of-parts", "budget/upfront");

    /** What is no objection to those who said that their data may go anywhere. */
    private static final String ALLOWED = "privacy/service-is-abroad";

    /** Points of a concern that a buyer must hear of at once: a quarter of the way from one stance to the next. */
    private static final int WEIGHTY = -4;

    private static final int OBJECTIONS = 2;

    private final Request request;
    private final Language language;
    private final Phrases phrases;
    private final Wording wording;

    public PlanSentences(Request request, Language language) {
        this.request = request;
        this.language = language;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
    }

    /** The figures that decide: when what is due and all of it, how fast it answers and what it is, how full its memory is. */
    public List<String> figures(Verdict verdict) {
        Memory memory = verdict.candidate().memory();
        List<String> figures = new ArrayList<>(due(verdict.candidate()).toList());
        figures.addAll(gives(verdict));
        if (memory.needed() != null) {
            figures.add(
                    sentence(phrases.say("memory", wording.bytes(memory.needed()), wording.bytes(memory.usable()))));
        }
        return figures;
    }

    private Stream<String> due(Candidate plan) {
        return plan.cost().total() == null ? Stream.empty() : Stream.of(named(plan, costs(plan)));
    }

    /** When what is due, and all of it; then what may be wrong with that. */
    List<String> costs(Verdict first) {
        List<String> costs = new ArrayList<>(due(first.candidate()).toList());
        first.reasons(Finding.Kind.CONCERN).stream()
                .filter(Reason::isOfMoney)
                .filter(reason -> !SAID.contains(reason.rule().id()))
                .forEach(reason -> costs.add(sentence(reason.text().in(language))));
        onTop(first.candidate()).ifPresent(costs::add);
        if (first.candidate().option().purchased() && request.lens() != Lens.FOUNDING) {
            costs.add(phrases.say("answer.costs.net"));
        }
        if (!request.waits() && request.lens() != Lens.FOUNDING) {
            costs.add(phrases.say("answer.costs.batch"));
        }
        return costs;
    }

    /** A budget is held against what falls due at once: what runs on is told where both together exceed it. */
    private Optional<String> onTop(Candidate plan) {
        Money budget = request.budget();
        Money outlay = plan.cost().likelyOutlay();
        Money monthly = plan.cost().likelyMonthly();
        if (budget == null || outlay == null || monthly == null || request.lens() == Lens.FOUNDING) {
            return Optional.empty();
        }
        Money running = monthly.times(plan.cost().horizonMonths());
        boolean exceeds = plan.option().purchased() && outlay.plus(running).compareTo(budget) > 0;
        return exceeds
                ? Optional.of(phrases.say("answer.costs.on-top", wording.money(budget), wording.money(running)))
                : Optional.empty();
    }

    /** What speaks most against it, but for what its costs tell already. */
    List<String> against(Verdict first) {
        return first.reasons(Finding.Kind.CONCERN).stream()
                .filter(reason -> reason.points() <= WEIGHTY && !reason.isOfMoney())
                .filter(reason -> request.privacy() != Privacy.ANY
                        || !ALLOWED.equals(reason.rule().id()))
                .limit(OBJECTIONS)
                .map(reason -> sentence(reason.text().in(language)))
                .toList();
    }

    /** Each document has a first option of its own: then the one is named whose figures follow. */
    private String named(Candidate plan, String text) {
        return request.lens() == Lens.FOUNDING
                ? phrases.say("answer.one", new PlanTitle(language).of(plan), text)
                : text;
    }

    private String costs(Candidate plan) {
        Cost cost = plan.cost();
        String total = likely(Objects.requireNonNull(cost.total()));
        MoneyRange monthly = cost.monthly();
        return plan.option().purchased() && monthly != null
                ? phrases.say(
                        "answer.costs.bought",
                        wording.money(cost.likelyOutlay()),
                        wording.money(monthly.likely()),
                        cost.horizonMonths(),
                        total)
                : phrases.say(
                        paidMonthly(plan.option()),
                        monthly == null ? wording.unknown() : wording.money(monthly.likely()),
                        cost.horizonMonths(),
                        total);
    }

    private String paidMonthly(DeploymentOption option) {
        if (option.kind() == OptionKind.RENTAL && request.billing() == Billing.ALWAYS_ON) {
            return "answer.costs.let";
        }
        if (option.worthUnknown()) {
            return "answer.costs.run";
        }
        if (option.owned()) {
            return option.quoted() ? "answer.costs.owned" : "answer.costs.kept";
        }
        return "answer.costs.paid";
    }

    /** The likely amount, and from where to where it may lie. */
    private String likely(MoneyRange range) {
        String amount = wording.money(range.likely());
        return range.low().equals(range.high()) ? amount : phrases.say("answer.likely", amount, wording.range(range));
    }

    /** A reason stands in a list of its own kind elsewhere. */
    private static String sentence(String reason) {
        return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
    }

    /** How fast it answers, and what it is. */
    List<String> gives(Verdict first) {
        Candidate plan = first.candidate();
        String speed = named(plan, speed(plan));
        return plan.option().kind() == OptionKind.API
                ? Stream.of(Stream.of(speed), measured(plan), served(plan))
                        .flatMap(lines -> lines)
                        .toList()
                : List.of(speed, size(plan));
    }

    /** Whose measurement the speed of a service is. */
    private Stream<String> measured(Candidate service) {
        return Stream.ofNullable(service.performance().measured())
                .map(measured ->
                        phrases.say("answer.gives.measured." + measured.of().id(), measured.date()));
    }

    /** Which releases of the model the offers that remain serve. */
    private Stream<String> served(Candidate service) {
        return service.option().offers().stream()
                .map(ApiOffer::serves)
                .flatMap(Stream::ofNullable)
                .distinct()
                .map(release -> phrases.say("answer.gives.serves", release));
    }

    private String speed(Candidate plan) {
        Performance performance = plan.performance();
        int streams = request.streams();
        if (performance.tokensPerSecondPerUser() == null) {
            return phrases.say("answer.gives.no-speed", streams);
        }
        String speed = phrases.say(
                streams == 1 ? "answer.gives.speed.one" : "answer.gives.speed",
                wording.interval(performance.tokensPerSecondPerUser()),
                streams);
        return performance.timeToFirstTokenSeconds() == null
                ? speed
                : speed
                        + phrases.say(
                                "answer.gives.first-token", wording.interval(performance.timeToFirstTokenSeconds()));
    }

    private String size(Candidate candidate) {
        Plan plan = candidate.plan();
        Double allIn = candidate.power().allInKilowatts();
        String machines = plan.devices() == 1 ? "one" : plan.nodes() == 1 ? "node" : "nodes";
        return phrases.say(
                        "answer.gives.format",
                        candidate.precision().label(),
                        phrases.say("Fidelity." + Ids.of(plan.fidelity())),
                        plan.engineName())
                + phrases.say("answer.gives.devices." + machines, plan.devices(), plan.nodes())
                + (allIn == null ? "" : phrases.say("answer.gives.power", wording.number(allIn)));
    }
}
