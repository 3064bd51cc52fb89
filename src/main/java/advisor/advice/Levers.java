package advisor.advice;

import advisor.advice.Counterfactual.Change;
import advisor.model.Candidate;
import advisor.model.Fp8Demand;
import advisor.model.Ids;
import advisor.model.Interval;
import advisor.model.Money;
import advisor.model.PrecisionFloor;
import advisor.model.Privacy;
import advisor.model.Request;
import advisor.model.Sanctions;
import advisor.model.Warranty;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which fields of a request could be changed for an option, and to what: as far as its own figures ask for. */
final class Levers {
    private static final int HALVINGS = 4;

    private final Request request;
    private final List<Candidate> candidates;
    private final List<Change> changes = new ArrayList<>();

    private Levers(Request request, List<Candidate> candidates) {
        this.request = request;
        this.candidates = candidates;
    }

    /** @param candidates the option in each of its formats */
    static List<Change> of(Request request, List<Candidate> candidates) {
        return new Levers(request, candidates).changes();
    }

    private List<Change> changes() {
        money();
        limits();
        loads();
        choices("precision-floor", request.precisionFloor(), PrecisionFloor.values());
        choices("warranty", request.warranty(), Warranty.values());
        choices("privacy", request.privacy(), Privacy.values());
        choices("fp8", request.fp8(), Fp8Demand.values());
        choices("sanctions", request.sanctions(), Sanctions.values());
        return changes;
    }

    /** The budgets that just pay for it. */
    private void money() {
        Money budget = request.budget();
        if (budget == null) {
            return;
        }
        for (Candidate candidate : candidates) {
            for (Money cost : costs(candidate)) {
                if (cost.compareTo(budget) > 0) {
                    add("budget", text(budget), text(cost));
                }
            }
        }
    }

    private static List<Money> costs(Candidate candidate) {
        List<@Nullable Money> costs = Arrays.asList(
                candidate.cost().likelyOutlay(),
                candidate.cost().likelyOutlayAtLoad(),
                candidate.cost().likelyTotal());
        return costs.stream().flatMap(Stream::ofNullable).toList();
    }

    private static String text(Money money) {
        return money.amount().setScale(0, RoundingMode.CEILING).toPlainString() + money.currency();
    }

    private void limits() {
        for (Candidate candidate : candidates) {
            Integer nodes = request.maxNodes();
            if (nodes != null && candidate.option().nodes() > nodes) {
                add(
                        "max-nodes",
                        nodes.toString(),
                        Integer.toString(candidate.option().nodes()));
            }
            Double drawn = candidate.power().allInKilowatts();
            Double limit = request.maxPowerKilowatts();
            if (limit != null && drawn != null && drawn > limit) {
                add("max-power-kw", number(limit), number(Math.ceil(drawn)));
            }
            Interval speed = candidate.performance().tokensPerSecondPerUser();
            Double least = request.minTokensPerSecond();
            if (least != null && speed != null && Math.floor(speed.likely()) >= 1 && speed.likely() < least) {
                add("min-speed", number(least), number(Math.floor(speed.likely())));
            }
        }
    }

    /** Fewer streams and shorter prompts, by halves. */
    private void loads() {
        halves("streams", request.streams());
        halves("prompt-tokens", request.promptTokens());
    }

    private void halves(String field, int present) {
        int value = present;
        for (int i = 0; i < HALVINGS && value > 1; i++) {
            value = value / 2;
            add(field, Integer.toString(present), Integer.toString(value));
        }
    }

    private <E extends Enum<E>> void choices(String field, E present, E[] values) {
        for (E value : values) {
            if (value != present) {
                add(field, Ids.of(present), Ids.of(value));
            }
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private void add(String field, String from, String to) {
        Change change = new Change(field, from, to);
        if (!changes.contains(change)) {
            changes.add(change);
        }
    }
}
