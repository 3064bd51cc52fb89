package advisor.request;

import advisor.facts.Preset;
import advisor.facts.Request;
import advisor.facts.unit.ExchangeTable;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Formula.Operator;
import advisor.facts.unit.Money;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Parameters;
import advisor.request.amount.Digits;
import advisor.text.Ids;
import advisor.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a load that is told in people's words into streams and tokens, and a budget into the currency that was asked for.
 * What a request gives in figures stays as it is, so
 * that what was turned once is not turned again.
 */
public final class LoadInWords {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final Text USERS = new Text("users", "用户数");
    private static final Text ACTIVE = new Text("share of users who are answered at once, as asked", "同时在用的用户比例（按请求）");
    private static final Text REQUESTS = new Text("requests a day", "每日请求数");
    private static final Text STREAMS = new Text("streams", "并发路数");
    private static final Text BUDGET = new Text("budget, as asked", "预算（按请求）");
    private static final Text PEAK = new Text("busiest time over the mean, as asked", "高峰与均值之比（按请求）");
    private static final Operand DAY =
            Operand.exactly(new Text("seconds of a day", "每日秒数"), MeanStreams.SECONDS_PER_DAY, "s");
    private static final Operand HALF = Operand.exactly(new Text("square root", "平方根"), 0.5, "1");
    private static final Operand HOUR =
            Operand.exactly(new Text("seconds of an hour", "每小时秒数"), SECONDS_PER_HOUR, "s/h");

    private final Request asked;
    private final Parameters parameters;
    private final Map<RequestField<?>, Formula> reckoned = new LinkedHashMap<>();

    private LoadInWords(Request asked, Parameters parameters) {
        this.asked = asked;
        this.parameters = parameters;
    }

    /**
     * A load in streams and tokens, a budget in the currency of the answer.
     *
     * @param reckoned how each field came about that follows from what was given
     */
    public record Reckoned(Request request, Map<RequestField<?>, Formula> reckoned) {}

    /**
     * The load of a request.
     *
     * @param parameters in force for the request
     * @throws BadRequestException if it comes to more streams than a request may ask for, or to more on the mean of a day
     *     than at its busiest time
     */
    public static Reckoned of(Request asked, Parameters parameters) {
        return new LoadInWords(asked, parameters).reckoned();
    }

    /** A load whose users ask so many times as often, as far as its streams can carry it. */
    public static Request asked(Request reckoned, double times, Parameters parameters) {
        Integer requests = reckoned.requestsPerDay();
        if (requests == null) {
            return reckoned;
        }
        double most = new LoadInWords(reckoned, parameters)
                .mostOf(reckoned.streams(), reckoned.outputTokens())
                .value()
                .likely();
        return reckoned.withRequestsPerDay((int) Math.max(1, Math.min(Math.round(requests * times), most)));
    }

    private Reckoned reckoned() {
        int prompt = length(RequestTable.PROMPT_TOKENS, asked.promptTokens());
        int answer = length(RequestTable.OUTPUT_TOKENS, asked.outputTokens());
        Double seen = seen();
        int streams = streams(answer);
        refuseMoreThanBusiest(streams, answer);
        Integer requests = requests(streams, answer);
        Money budget = budget();
        List<String> left = new ArrayList<>(asked.defaultsApplied());
        reckoned.keySet().forEach(field -> left.remove(field.json()));
        Request loaded = asked.withLoad(streams, requests, prompt, answer, seen, List.copyOf(left));
        return new Reckoned(budget == null ? loaded : loaded.withBudget(budget), Collections.unmodifiableMap(reckoned));
    }

    /** The budget in the currency of the answer, at the likely rate of the day. */
    private @Nullable Money budget() {
        Money told = asked.budget();
        if (told == null || told.currency().equals(asked.currency())) {
            return told;
        }
        Money budget = told;
        Formula formula = Operand.exactly(
                BUDGET, told.amount().doubleValue(), told.currency().code());
        for (ExchangeTable.Step step : parameters.exchange(told.currency(), asked.currency())) {
            Operand rate = Operand.likely(parameters.get(step.rate()));
            budget = step.convert(budget, rate.value().likely());
            formula = step.operator().of(formula, rate);
        }
        reckoned.put(RequestTable.BUDGET, formula);
        return budget;
    }

    private int length(RequestField<Integer> field, int given) {
        if (asked.preset() == Preset.NONE || !isLeft(field)) {
            return given;
        }
        Operand ofPreset = Operand.likely(parameters.get(id(field)));
        reckoned.put(field, ofPreset);
        return (int) Math.round(ofPreset.value().likely());
    }

    /** Only some presets say which share of a prompt was seen before; else it is the parameter of all requests. */
    private @Nullable Double seen() {
        String id = id(RequestTable.PREFIX_CACHE_SHARE);
        if (asked.preset() == Preset.NONE || asked.prefixCacheShare() != null || !parameters.has(id)) {
            return asked.prefixCacheShare();
        }
        Operand ofPreset = Operand.likely(parameters.get(id));
        reckoned.put(RequestTable.PREFIX_CACHE_SHARE, ofPreset);
        return ofPreset.value().likely();
    }

    private String id(RequestField<?> field) {
        return "load/" + Ids.of(asked.preset()) + "-" + field.name();
    }

    private boolean isLeft(RequestField<?> field) {
        return asked.defaultsApplied().contains(field.json());
    }

    private int streams(int answerTokens) {
        Formula streams = isLeft(RequestTable.STREAMS) ? ofPeople(answerTokens) : null;
        if (streams == null) {
            return asked.streams();
        }
        reckoned.put(RequestTable.STREAMS, streams);
        double count = streams.value().likely();
        if (count > RequestTable.MOST_ASKED_STREAMS) {
            throw tooMany(count);
        }
        return (int) count;
    }

    private @Nullable Formula ofPeople(int answerTokens) {
        Integer users = asked.users();
        Double share = asked.activeShare();
        if (users != null && share != null) {
            return Operator.ROUNDED_UP.of(
                    Operator.PRODUCT.of(Operand.exactly(USERS, users, "1"), Operand.exactly(ACTIVE, share, "1")));
        }
        Formula requests = askedInADay();
        return requests == null ? null : Operator.ROUNDED_UP.of(crowded(ofRequests(requests, answerTokens)));
    }

    /** People who wait ask when they like: so many more than on the mean of the busiest time come at once now and then. */
    private Formula crowded(Formula mean) {
        return asked.waits()
                ? Operator.SUM.of(
                        mean,
                        Operator.PRODUCT.of(
                                Operand.likely(parameters.get("load/crowding")), Operator.POWER.of(mean, HALF)))
                : mean;
    }

    /** Requests of a day as they are told, or as so many users make them; {@code null} if neither is told. */
    private @Nullable Formula askedInADay() {
        Integer users = asked.users();
        Integer requests = asked.requestsPerDay();
        if (requests != null) {
            return Operand.exactly(REQUESTS, requests, "1");
        }
        return users == null
                ? null
                : Operator.PRODUCT.of(Operand.exactly(USERS, users, "1"), Operand.of(use(asked.preset(), parameters)));
    }

    /** Answers under way are the rate at which they begin, times how long each takes (Little's law). */
    private Formula ofRequests(Formula requests, int answerTokens) {
        Formula answerSeconds = MeanStreams.answerSeconds(asked, answerTokens, parameters);
        Formula atOnce = Operator.PRODUCT.of(requests, answerSeconds);
        return asked.waits()
                ? Operator.QUOTIENT.of(Operator.PRODUCT.of(requests, peakFactor(), answerSeconds), DAY)
                : Operator.QUOTIENT.of(
                        atOnce, Operator.PRODUCT.of(Operand.likely(parameters.get("load/batch-hours")), HOUR));
    }

    /** What people ask over a day follows from how many they are, as far as the streams can carry it. */
    private @Nullable Integer requests(int streams, int answerTokens) {
        Formula told = askedInADay();
        if (told == null || asked.requestsPerDay() != null) {
            return asked.requestsPerDay();
        }
        Formula requests = Operator.SMALLEST.of(told, mostOf(streams, answerTokens));
        reckoned.put(RequestTable.REQUESTS_PER_DAY, requests);
        return (int) Math.max(1, Math.round(requests.value().likely()));
    }

    private Formula mostOf(int streams, int answerTokens) {
        return Operator.QUOTIENT.of(
                Operator.PRODUCT.of(Operand.exactly(STREAMS, streams, "1"), DAY),
                MeanStreams.answerSeconds(asked, answerTokens, parameters));
    }

    /** How often each of the users asks in a day: only some uses have a figure of their own. */
    private static Parameter use(Preset preset, Parameters parameters) {
        String own = "load/" + Ids.of(preset) + "-requests-per-user";
        return parameters.get(parameters.has(own) ? own : "load/requests-per-user");
    }

    /** The mean of a day is not above its busiest time; one request less is, where both were scaled and rounded. */
    private void refuseMoreThanBusiest(int streams, int answerTokens) {
        Integer requests = asked.requestsPerDay();
        if (requests != null && MeanStreams.of(asked, requests - 1, answerTokens, parameters) > streams) {
            throw moreThanBusiest(requests, streams, MeanStreams.of(asked, requests, answerTokens, parameters));
        }
    }

    private BadRequestException moreThanBusiest(int requests, int streams, double mean) {
        String line = System.lineSeparator();
        String speed = asked.streamSpeed();
        Object[] values = {
            requests,
            speed,
            Digits.plain(BigDecimal.valueOf(parameters.value(speed))),
            (long) Math.ceil(mean),
            streams,
            line
        };
        return BadRequestException.of(
                RequestTable.REQUESTS_PER_DAY.name(),
                new Text(
                        "The requests-per-day (%s) keep %4$s streams busy day and night at %2$s=%3$s, and the busiest time is said to have %5$s.%6$sMaybe --streams %4$s?"
                                .formatted(values),
                        "requests-per-day（%s）按 %2$s=%3$s 须 %4$s 路日夜不停，而所给最忙时只有 %5$s 路。%6$s可用：--streams %4$s"
                                .formatted(values)));
    }

    private Operand peakFactor() {
        Double factor = asked.peakFactor();
        return factor == null ? Operand.of(parameters.get("load/peak-factor")) : Operand.exactly(PEAK, factor, "1");
    }

    private BadRequestException tooMany(double streams) {
        RequestField<?> told = asked.users() == null ? RequestTable.REQUESTS_PER_DAY : RequestTable.USERS;
        Object[] values = {told, told.text(asked), Math.round(streams), RequestTable.MOST_ASKED_STREAMS};
        return BadRequestException.of(
                told.name(),
                new Text(
                        "The %s (%s) come to %s streams, and %s are the most.".formatted(values),
                        "%s（%s）相当于 %s 路并发，上限为 %s 路。".formatted(values)));
    }
}
