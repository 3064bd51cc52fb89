package advisor.report.words;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Verdict;
import advisor.facts.Candidate;
import advisor.facts.CostCurve;
import advisor.facts.Lens;
import advisor.facts.Request;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Up to which load a machine that is owned is enough, and from where on more of it is needed. */
final class OwnLoad {
    private static final double DAYS_OF_A_MONTH = 365.0 / 12;

    private final Advice advice;
    private final Language language;

    OwnLoad(Advice advice, Language language) {
        this.advice = advice;
        this.language = language;
    }

    /** @param parts the whole, and what it may be used in */
    Optional<String> of(List<OptionVerdict> parts) {
        OptionalLong most = parts.stream()
                .filter(option -> option.option().owned() && advice.request().lens() == Lens.EVIDENCE)
                .flatMap(option -> option.all().stream())
                .filter(verdict -> verdict.stance().viable())
                .map(Verdict::candidate)
                .mapToLong(this::streams)
                .max();
        return most.isEmpty() || most.getAsLong() == 0
                ? Optional.empty()
                : Optional.of(said(parts.get(0).best().candidate(), most.getAsLong()));
    }

    /** Streams that all of it carries as fast as is wished, as busy as those that were asked; 0 where that is not known. */
    private long streams(Candidate plan) {
        CostCurve curve = plan.cost().curve();
        Long capacity = curve == null ? null : curve.capacity();
        Integer units = plan.option().available();
        return capacity == null || units == null || !plan.plan().fastEnough()
                ? 0
                : units * (long) Math.floor(capacity / tokensOfAStream(plan));
    }

    private double tokensOfAStream(Candidate plan) {
        return plan.cost().tokens().tokensPerMonth() / advice.request().streams();
    }

    private String said(Candidate plan, long streams) {
        Request request = advice.request();
        Integer told = request.requestsPerDay();
        double ofAStream = told == null
                ? tokensOfAStream(plan) / request.outputTokens() / DAYS_OF_A_MONTH
                : (double) told / request.streams();
        return new Phrases(language)
                .say(
                        request.waits() ? "answer.yours.carries" : "answer.yours.carries-batch",
                        plan.option().accelerator().title().in(language),
                        Wording.whole(streams),
                        Wording.whole(Math.round(ofAStream * streams)));
    }
}
