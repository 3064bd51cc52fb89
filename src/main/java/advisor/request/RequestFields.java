package advisor.request;

import advisor.facts.KvFormat;
import advisor.facts.OnlyOffers;
import advisor.facts.Preset;
import advisor.facts.Privacy;
import advisor.facts.Request;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a request by name. */
public final class RequestFields {
    private static final List<RequestField<?>> AS_PROPERTIES = asProperties();

    private static final Set<RequestField<?>> ALWAYS_TOLD = Set.of(
            RequestTable.MODEL,
            RequestTable.STREAMS,
            RequestTable.PROMPT_TOKENS,
            RequestTable.OUTPUT_TOKENS,
            RequestTable.BUDGET,
            RequestTable.AS_OF,
            RequestTable.LENS,
            RequestTable.ASSUME);

    private RequestFields() {}

    /** All fields, in the order of the table. */
    public static List<RequestField<?>> all() {
        return RequestTable.rows();
    }

    /** The fields of that name; {@code null} if there is none. */
    public static @Nullable RequestField<?> find(String name) {
        return all().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The names of all fields, in the order of the request's properties. */
    public static List<String> names() {
        return AS_PROPERTIES.stream().map(RequestField::name).toList();
    }

    /** Fields as they stand in an answer: in the order of the request's properties, without what heads the answer. */
    public static List<RequestField<?>> answered() {
        return AS_PROPERTIES.stream()
                .filter(field -> field != RequestTable.AS_OF && field != RequestTable.LENS)
                .toList();
    }

    /** The load. */
    public static List<RequestField<?>> ofLoad() {
        return Stream.of(RequestTable.STREAMS, RequestTable.PROMPT_TOKENS, RequestTable.OUTPUT_TOKENS)
                .<RequestField<?>>map(field -> field)
                .toList();
    }

    /** Names of fields with those beside which they contradict. */
    public static Map<String, List<String>> excluded() {
        return LoadFields.EXCLUDED;
    }

    /** Names of fields with those without which they say nothing. */
    public static Map<String, String> needed() {
        return LoadFields.NEEDED;
    }

    /** What JSON Schema says of a machine that a request tells of. */
    public static Map<String, Object> offerSchema() {
        return OfferTable.schema();
    }

    /** How an engine is started. */
    public static List<RequestField<?>> ofEngine() {
        return Stream.of(
                        RequestTable.MEMORY_SHARE,
                        RequestTable.KV_FORMAT,
                        RequestTable.LAYOUT,
                        RequestTable.BATCHED_TOKENS,
                        RequestTable.SPECULATIVE_TOKENS)
                .<RequestField<?>>map(field -> field)
                .toList();
    }

    /** Fields that a record can hide. */
    public static List<RequestField<?>> maskable() {
        return all().stream().filter(RequestField::maskable).toList();
    }

    /** Fields in the order in which changes of them are tried. */
    public static List<RequestField<?>> asTried() {
        return all().stream()
                .sorted(Comparator.comparingInt(RequestField::leverRank))
                .toList();
    }

    /** The fields whose defaults were applied to a request. */
    public static List<RequestField<?>> defaulted(Request request) {
        return all().stream()
                .filter(field -> request.defaultsApplied().contains(field.json()))
                .toList();
    }

    /** What a request demands otherwise than by default, beside what every request tells: model, load, money, day, lens. */
    public static List<RequestField<?>> demanded(Request request) {
        return all().stream()
                .filter(field -> !ALWAYS_TOLD.contains(field))
                .filter(field ->
                        field.value(request) != null && !field.text(request).equals(field.absentText()))
                .toList();
    }

    /** The request that is filled in, with what is noted of it. */
    static Request request(FieldValues values, FormNotes notes, LocalDate today) {
        return new Request(
                values.needed(RequestTable.MODEL),
                values.orDefault(RequestTable.PRECISION_FLOOR),
                values.orNothing(RequestTable.PRESET, Preset.NONE),
                values.optional(RequestTable.USERS),
                values.optional(RequestTable.ACTIVE_SHARE),
                values.optional(RequestTable.REQUESTS_PER_DAY),
                values.optional(RequestTable.PEAK_FACTOR),
                values.orDefault(RequestTable.STREAMS),
                values.orDefault(RequestTable.PROMPT_TOKENS),
                values.orDefault(RequestTable.OUTPUT_TOKENS),
                values.optional(RequestTable.PREFIX_CACHE_SHARE),
                values.optional(RequestTable.MIN_SPEED),
                values.optional(RequestTable.MAX_FIRST_TOKEN),
                values.optional(RequestTable.BUDGET),
                values.optional(RequestTable.CURRENCY),
                values.orDefault(RequestTable.HORIZON),
                values.orDefault(RequestTable.BILLING),
                values.optional(RequestTable.JURISDICTION),
                values.optional(RequestTable.PARENT),
                values.orDefault(RequestTable.BUYER),
                values.orNothing(RequestTable.PRIVACY, Privacy.UNSAID),
                values.orDefault(RequestTable.WARRANTY),
                values.orDefault(RequestTable.SANCTIONS),
                values.orDefault(RequestTable.FP8),
                values.optional(RequestTable.MAX_POWER_KW),
                values.optional(RequestTable.MAX_NODES),
                values.optional(RequestTable.MEMORY_SHARE),
                values.orNothing(RequestTable.KV_FORMAT, KvFormat.BF16),
                values.optional(RequestTable.LAYOUT),
                values.optional(RequestTable.BATCHED_TOKENS),
                values.orNothing(RequestTable.SPECULATIVE_TOKENS, 0),
                values.or(RequestTable.AS_OF, today),
                values.orDefault(RequestTable.LENS),
                values.orEmpty(RequestTable.ASSUME),
                values.orNothing(RequestTable.OWN, List.of()),
                values.orNothing(RequestTable.QUOTE, List.of()),
                values.optional(RequestTable.OFFERS),
                values.orNothing(RequestTable.ONLY_OFFERS, OnlyOffers.NO),
                notes.defaults());
    }

    private static List<RequestField<?>> asProperties() {
        List<String> properties = Arrays.stream(Request.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        return all().stream()
                .sorted(Comparator.comparing(field -> properties.indexOf(field.property())))
                .toList();
    }
}
