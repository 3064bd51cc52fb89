package advisor.advice.change;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.OptionVerdict;
import advisor.facts.Request;
import advisor.facts.unit.Money;
import advisor.request.BadRequestException;
import advisor.request.FieldType.Kind;
import advisor.request.LoadFields;
import advisor.request.Question;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries what would put another option in the first place: other demands, other buyers, more load, less money. */
final class Toppling {
    /** They ask for another judgement, another load or another way of running; to have a law merely reported changes none. */
    private static final Set<String> OTHER_QUESTIONS =
            Set.of("lens", "preset", "only-offers", "sanctions", "billing", "kv-format");

    private static final List<String> COUNTRIES = List.of("CN", "DE", "US");
    private static final List<Integer> TIMES_THE_LOAD = List.of(4, 16);

    private final Advisor advisor;
    private final Question question;
    private final Request request;
    private final OptionVerdict first;

    Toppling(Advisor advisor, Question question, Advice advice) {
        this.advisor = advisor;
        this.question = question;
        this.request = advice.request();
        this.first = advice.verdicts().get(0);
    }

    private record Change(String field, String to) {}

    /** In the order of the fields; what of a field does not topple it is left out. */
    List<Toppled> found() {
        return changes().parallelStream().flatMap(this::tried).toList();
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        RequestFields.all().stream().filter(field -> tries(field)).forEach(field -> field.choices().keySet().stream()
                .filter(choice -> !choice.equals(field.text(request)))
                .forEach(choice -> changes.add(new Change(field.name(), choice))));
        RequestField<Integer> load = LoadFields.way(request);
        TIMES_THE_LOAD.forEach(times ->
                changes.add(new Change(load.name(), Long.toString(times * Long.parseLong(load.text(request))))));
        if (request.jurisdiction() == null) {
            COUNTRIES.forEach(country -> changes.add(new Change("jurisdiction", country)));
        }
        Money outlay = first.best().candidate().cost().likelyOutlay();
        if (outlay != null && outlay.amount().signum() > 0) {
            changes.add(new Change("budget", half(outlay)));
        }
        changes.removeIf(change -> change.to().equals(question.fields().get(change.field())));
        if (followsFromRequests()) {
            changes.removeIf(change -> change.field().equals("streams"));
        }
        return changes;
    }

    /** Whether more streams would no longer ask for as many times the requests. */
    private boolean followsFromRequests() {
        return question.fields().containsKey("requests-per-day")
                && !question.fields().containsKey("streams");
    }

    private static boolean tries(RequestField<?> field) {
        return field.type().kind() == Kind.CHOICE && !OTHER_QUESTIONS.contains(field.name());
    }

    private static String half(Money outlay) {
        return outlay.times(0.5).amount().setScale(0, RoundingMode.DOWN).toPlainString() + outlay.currency();
    }

    private Stream<Toppled> tried(Change change) {
        try {
            Advice advice = advisor.assess(question.with(Map.of(change.field(), change.to())))
                    .advice();
            OptionVerdict now = advice.verdicts().get(0);
            boolean viable = now.stance().viable();
            return viable && now.option().id().equals(first.option().id())
                    ? Stream.empty()
                    : Stream.of(toppled(change, advice, viable ? now.option().id() : null));
        } catch (BadRequestException e) {
            // The change contradicts another field: nobody can ask so.
            return Stream.empty();
        }
    }

    private Toppled toppled(Change change, Advice advice, @Nullable String now) {
        return advice.verdicts().stream()
                .filter(verdict -> verdict.option().id().equals(first.option().id()))
                .findFirst()
                .map(verdict -> new Toppled(change.field(), change.to(), verdict.stance(), now))
                .orElseGet(() -> new Toppled(change.field(), change.to(), null, now));
    }
}
