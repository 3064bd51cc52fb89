package advisor.report.words;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.facts.Candidate;
import advisor.facts.Cost;
import advisor.facts.CostPart;
import advisor.facts.Lens;
import advisor.facts.Preset;
import advisor.facts.Request;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Interval;
import advisor.facts.unit.MoneyRange;
import advisor.facts.unit.Parameter;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an advice rests on without being sure of it. */
public final class Uncertainties {
    private static final int OPTIONS_LOOKED_AT = 5;

    /** Assumptions that move a verdict most. */
    private static final List<String> DECISIVE = List.of(
            Parameter.BUSY_SHARE,
            Parameter.STREAM_SPEED,
            Parameter.VALUE_KEPT,
            Parameter.CAPITAL_RATE,
            "electricity/tariff-cn",
            "electricity/tariff-us",
            "electricity/tariff-eu",
            "electricity/tariff-elsewhere");

    private static final String USE = "requests-per-user";
    private static final double DAYS_OF_A_MONTH = 365.0 / 12;

    /** Told with every question, given or not. */
    private static final Set<String> ASKED_WITH_ALL = Set.of("as-of", "lens");

    private final Language language;
    private final Phrases phrases;
    private final Wording wording;

    public Uncertainties(Language language) {
        this.language = language;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
    }

    public List<String> of(Advice advice) {
        List<String> lines = new ArrayList<>();
        lines.add(phrases.say("uncertain.as-of", advice.request().asOf()));
        advice.viable().stream().limit(OPTIONS_LOOKED_AT).forEach(verdict -> prices(verdict, lines));
        advice.viable().stream().limit(OPTIONS_LOOKED_AT).forEach(verdict -> weights(verdict, lines));
        speed(advice, lines);
        unpriced(advice, lines);
        advice.model()
                .unknown()
                .forEach(doubt -> lines.add(phrases.say(
                        "uncertain.model", doubt.figure(), doubt.reason().in(language))));
        assumed(advice, lines);
        lines.addAll(LoadText.of(advice, new FormulaText(language, null), language));
        lines.addAll(given(advice.request()));
        return lines;
    }

    /** Thoughts are written like answers: who told no length of a model that always thinks may mean them or not. */
    Stream<String> thoughts(Advice advice) {
        Request told = advice.told();
        boolean lengthTaken = RequestFields.defaulted(told).stream()
                .anyMatch(field -> field.name().equals("output-tokens"));
        return Stream.of(advice)
                .filter(thinking -> thinking.model().alwaysThinks() && lengthTaken && told.preset() == Preset.NONE)
                .filter(thinking -> told.lens() == Lens.EVIDENCE)
                .map(thinking -> phrases.say(
                        "uncertain.thoughts",
                        thinking.model().title().in(language),
                        Wording.whole(thinking.request().outputTokens())));
    }

    /** How often people ask at the load that was taken, which a bill rests on and anybody can count. */
    Stream<String> load(Advice advice) {
        Request request = advice.told();
        if (request.requestsPerDay() != null || request.lens() != Lens.EVIDENCE) {
            return Stream.empty();
        }
        Optional<Formula> ofUsers = advice.requestsOfUsers();
        return ofUsers.isPresent()
                ? ofUsers.stream().map(requests -> ofUsers(advice.request(), requests))
                : ofStreams(advice);
    }

    private String ofUsers(Request request, Formula requests) {
        double users = Objects.requireNonNull(request.users());
        Interval each = requests.value().map(value -> value / users);
        return phrases.say(
                "uncertain.load-users",
                whole(requests.value().likely()),
                wording.number(each.likely()),
                Wording.whole(request.streams()),
                basis(each, requests));
    }

    /** Between which figures the use of a user lies, and who says so. */
    private String basis(Interval each, Formula requests) {
        return requests.read().stream()
                .filter(read ->
                        read instanceof Parameter parameter && parameter.id().endsWith(USE))
                .findFirst()
                .map(use -> phrases.say(
                        "uncertain.use", wording.number(each.low()), wording.number(each.high()), use.source()))
                .orElseThrow();
    }

    private Stream<String> ofStreams(Advice advice) {
        Request request = advice.request();
        return advice.viable().stream()
                .limit(1)
                .filter(first -> request.waits())
                .flatMap(first -> Stream.of(first.best().candidate().cost().tokens()))
                .map(tokens -> tokens.tokensPerMonth() / request.outputTokens() / DAYS_OF_A_MONTH)
                .map(requests -> phrases.say("uncertain.load", Wording.whole(request.streams()), whole(requests)));
    }

    private static String whole(double requests) {
        return Wording.whole(Math.round(requests));
    }

    /** What the request sets otherwise than the catalog, and what it leaves to defaults. */
    List<String> given(Request request) {
        List<String> lines = new ArrayList<>();
        if (!request.assumptions().isEmpty()) {
            lines.add(phrases.say("uncertain.overridden", overridden(request)));
        }
        if (!request.defaultsApplied().isEmpty()) {
            List<RequestField<?>> assumed = RequestFields.defaulted(request).stream()
                    .filter(field -> !ASKED_WITH_ALL.contains(field.name()))
                    .toList();
            lines.add(phrases.say("defaults", new FieldText(request, language).of(assumed)));
        }
        return lines;
    }

    private void prices(OptionVerdict verdict, List<String> lines) {
        Cost cost = verdict.best().candidate().cost();
        MoneyRange outlay = cost.outlay();
        MoneyRange quoted = cost.bought() ? cost.part(CostPart.HARDWARE) : outlay;
        if (outlay == null || quoted == null || cost.oldestQuote() == null) {
            return;
        }
        String title = verdict.option().title().in(language);
        if (quoted.low().equals(quoted.high())) {
            lines.add(phrases.say("uncertain.price", title, cost.oldestQuote(), String.join(", ", cost.quotes())));
        } else {
            lines.add(phrases.say(
                    "uncertain.range",
                    title,
                    wording.money(outlay.likely()),
                    wording.money(outlay.low()),
                    wording.money(outlay.high())));
        }
    }

    private void weights(OptionVerdict verdict, List<String> lines) {
        Candidate candidate = verdict.best().candidate();
        if (candidate.memory().weightsEstimated() && candidate.memory().weights() != null) {
            lines.add(phrases.say(
                    "uncertain.weights",
                    verdict.option().title().in(language),
                    candidate.precision().label()));
        }
    }

    private void speed(Advice advice, List<String> lines) {
        List<Candidate> machines = advice.viable().stream()
                .map(verdict -> verdict.best().candidate())
                .filter(candidate -> candidate.option().kind() != OptionKind.API)
                .toList();
        long without = machines.stream()
                .filter(candidate -> candidate.performance().tokensPerSecondPerUser() == null)
                .count();
        if (!machines.isEmpty()) {
            lines.add(
                    without == 0
                            ? phrases.say("uncertain.speed")
                            : phrases.say("uncertain.speed-missing", without, machines.size()));
        }
    }

    private void unpriced(Advice advice, List<String> lines) {
        String titles = advice.verdicts().stream()
                .filter(verdict -> verdict.best().candidate().cost().likelyOutlay() == null)
                .filter(verdict -> verdict.option().kind() != OptionKind.API)
                .map(verdict -> verdict.option().id())
                .sorted()
                .collect(Collectors.joining(", "));
        if (!titles.isEmpty()) {
            lines.add(phrases.say("uncertain.unpriced", titles));
        }
    }

    /** What the first options' costs assume most weightily. */
    private void assumed(Advice advice, List<String> lines) {
        String decisive = advice.viable().stream()
                .limit(OPTIONS_LOOKED_AT)
                .flatMap(verdict -> verdict.best().candidate().cost().assumptions().stream())
                .filter(assumption -> DECISIVE.contains(assumption.id()) || isRate(assumption))
                .filter(assumption -> !advice.request().assumptions().containsKey(assumption.id()))
                .distinct()
                .sorted(Comparator.comparing(Uncertainties::isRate)
                        .thenComparing(assumption -> DECISIVE.indexOf(assumption.id()))
                        .thenComparing(Parameter::id))
                .map(this::assumed)
                .collect(Collectors.joining(", "));
        if (!decisive.isEmpty()) {
            lines.add(phrases.say("uncertain.assumed", decisive));
        }
    }

    /** A rate of exchange with the day since when it is taken: it ages. */
    private String assumed(Parameter assumption) {
        String value = assumption.id() + "=" + wording.number(assumption.value());
        return isRate(assumption) ? value + phrases.say("uncertain.rate-day", assumption.from()) : value;
    }

    private static boolean isRate(Parameter assumption) {
        return assumption.id().startsWith("exchange/");
    }

    private String overridden(Request request) {
        return request.assumptions().entrySet().stream()
                .map(assumption -> assumption.getKey() + "=" + wording.number(assumption.getValue()))
                .collect(Collectors.joining(", "));
    }
}
