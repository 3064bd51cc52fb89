package advisor.advice;

import advisor.facts.Candidate;
import advisor.facts.Comparison;
import advisor.facts.OnlyOffers;
import advisor.facts.Request;
import advisor.facts.model.LanguageModel;
import advisor.facts.offer.OptionKind;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Missing;
import advisor.request.RequestField;
import advisor.rules.session.RuleError;
import advisor.text.Text;
import advisor.text.UnknownNameException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request: a verdict on every option, best first.
 *
 * @param decisionId derived from request, rules and catalog: the same question has the same id
 * @param reckoned how those fields of the load came about that follow from what was asked
 * @param notes reasons that concern no single option
 * @param errors rules that failed and were left out: unless this is empty, the advice is incomplete
 * @param comparisons candidates' costs side by side
 * @param holes what is not known and would put another option first, what decides most first; {@code null} if nobody looked
 * @param sensitivity whether the ranking survives what is uncertain; {@code null} if that was not analysed
 * @param alternatives other models that do for less at the same load, the least first; {@code null} if none was looked for
 * @param slower what does for less where each answer may come half as fast; {@code null} if nothing does, or nobody looked
 * @param guessing what does for less where the model guesses tokens ahead; {@code null} if nothing does, or nobody looked
 */
public record Advice(
        String decisionId,
        Request request,
        Map<RequestField<?>, Formula> reckoned,
        LanguageModel model,
        String rulesSha256,
        int ruleCount,
        String catalogSha256,
        List<Reason> notes,
        List<RuleError> errors,
        List<Comparison> comparisons,
        List<OptionVerdict> verdicts,
        @Nullable List<Hole> holes,
        @Nullable Sensitivity sensitivity,
        @Nullable List<Alternative> alternatives,
        @Nullable Slower slower,
        @Nullable Guessing guessing) {

    private static final Set<Missing> OF_MODEL = EnumSet.of(Missing.WEIGHTS, Missing.CACHE, Missing.SHAPE);

    /** Its request, without the requests of a day if they merely follow from its users. */
    public Request told() {
        return requestsOfUsers().isPresent() ? request.withRequestsPerDay(null) : request;
    }

    /** How the requests of a day follow from the users, if they do. */
    public Optional<Formula> requestsOfUsers() {
        return reckoned.entrySet().stream()
                .filter(entry -> entry.getKey().property().equals("requestsPerDay"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** How often its users may ask, as a multiple of what is likely. */
    public Interval use() {
        return requestsOfUsers()
                .map(Formula::value)
                .map(requests -> requests.map(value -> value / requests.likely()))
                .orElse(Interval.exactly(1));
    }

    /** This advice, with whether its ranking survives what is uncertain. */
    public Advice with(@Nullable Sensitivity analysed) {
        return with(holes, analysed, alternatives, slower, guessing);
    }

    /** This advice, with other models that cost less. */
    public Advice with(List<Alternative> found) {
        return with(holes, sensitivity, found, slower, guessing);
    }

    /** This advice, with what is not known and would put another option first. */
    public Advice withHoles(@Nullable List<Hole> found) {
        return with(found, sensitivity, alternatives, slower, guessing);
    }

    /** This advice, with what does for less at half the speed. */
    public Advice withSlower(@Nullable Slower found) {
        return with(holes, sensitivity, alternatives, found, guessing);
    }

    /** This advice, with what does for less where the model guesses tokens ahead. */
    public Advice withGuessing(@Nullable Guessing found) {
        return with(holes, sensitivity, alternatives, slower, found);
    }

    private Advice with(
            @Nullable List<Hole> open,
            @Nullable Sensitivity analysed,
            @Nullable List<Alternative> found,
            @Nullable Slower half,
            @Nullable Guessing ahead) {
        return new Advice(
                decisionId,
                request,
                reckoned,
                model,
                rulesSha256,
                ruleCount,
                catalogSha256,
                notes,
                errors,
                comparisons,
                verdicts,
                open,
                analysed,
                found,
                half,
                ahead);
    }

    /** Its holes, as far as somebody looked. */
    public List<Hole> knownHoles() {
        return holes == null ? List.of() : holes;
    }

    /** The hole that is likeliest to overturn it. */
    public Optional<Hole> turning() {
        return knownHoles().stream().filter(Hole::plausible).findFirst();
    }

    /** Whether every rule was heard. */
    public boolean complete() {
        return errors.isEmpty();
    }

    /** The first option, if the advisor would put its name to it: never where the advice is incomplete. */
    public Optional<OptionVerdict> recommended() {
        return verdicts.stream()
                .limit(complete() ? 1 : 0)
                .filter(verdict -> verdict.stance().advisable())
                .findFirst();
    }

    /**
     * The verdict on one option.
     *
     * @throws UnknownNameException if it was not judged: a service is where it hosts the model, or did
     */
    public OptionVerdict verdict(String option) {
        return verdicts.stream()
                .filter(verdict -> verdict.option().id().equals(option))
                .findFirst()
                .orElseThrow(() -> notJudged(option));
    }

    private UnknownNameException notJudged(String option) {
        Text why = whyNotJudged();
        return new UnknownNameException(
                "option", new Text("The option (%s) is not judged: %s.", "该方案（%s）未参与评判：%s。").with(option, why));
    }

    private Text whyNotJudged() {
        if (request.onlyOffers() == OnlyOffers.YES) {
            return new Text("only your machines and quotes are", "仅评判自有机器与报价");
        }
        return request.waits()
                ? new Text(
                                "it is no service for %s, or a machine that is taken away while somebody waits (spot)",
                                "它不提供 %s，或是有人等待时会被收回的竞价实例")
                        .with(model.title())
                : new Text("it is no service for %s", "它不提供 %s").with(model.title());
    }

    /** What one candidate's cost was compared with. */
    public List<Comparison> comparisons(Candidate candidate) {
        return comparisons.stream()
                .filter(comparison -> comparison.candidate().equals(candidate))
                .toList();
    }

    /**
     * The figures of the model without which no machine can be judged; empty if at least one machine was, or if there is
     * none.
     */
    public List<Missing> unsized() {
        boolean any = machines().map(Advice::lackingOfModel).anyMatch(List::isEmpty);
        return any ? List.of() : lacking(machines());
    }

    /** The figures of the model without which some machine cannot be judged, though another can. */
    public List<Missing> partlySized() {
        return unsized().isEmpty() ? lacking(unjudged()) : List.of();
    }

    /** The machines that are undecided because a figure of the model is missing. */
    public Stream<OptionVerdict> unjudged() {
        return machines()
                .filter(verdict -> verdict.stance() == Stance.UNDECIDED)
                .filter(verdict -> !lackingOfModel(verdict).isEmpty());
    }

    private Stream<OptionVerdict> machines() {
        return verdicts.stream().filter(verdict -> verdict.option().kind() != OptionKind.API);
    }

    private static List<Missing> lacking(Stream<OptionVerdict> machines) {
        return machines.flatMap(verdict -> lackingOfModel(verdict).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Missing> lackingOfModel(OptionVerdict verdict) {
        Candidate best = verdict.best().candidate();
        return Stream.concat(best.memory().lacks().stream(), best.performance().lacks().stream())
                .filter(OF_MODEL::contains)
                .toList();
    }

    public List<OptionVerdict> viable() {
        return verdicts.stream().filter(verdict -> verdict.stance().viable()).toList();
    }

    /** Whether others than the first come first in more of the runs than not. */
    public boolean isCloseCall() {
        return sensitivity != null && viable().size() > 1 && !sensitivity.clear();
    }

    /** Whether others might come first, and nobody looked in how many of the runs they do. */
    public boolean isUntried() {
        return sensitivity == null && viable().size() > 1;
    }

    /** What could be carried out without breaking a law that the request only has reported. */
    public List<OptionVerdict> lawful() {
        return viable().stream()
                .filter(verdict -> verdict.reportedBar().isEmpty())
                .toList();
    }

    public List<OptionVerdict> undecided() {
        return verdicts.stream()
                .filter(verdict -> verdict.stance() == Stance.UNDECIDED)
                .toList();
    }

    public List<OptionVerdict> rejected() {
        return verdicts.stream()
                .filter(verdict -> verdict.stance() == Stance.REJECTED)
                .toList();
    }
}
