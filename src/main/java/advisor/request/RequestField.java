package advisor.request;

import advisor.facts.Request;
import advisor.request.Levers.Lever;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One field of a request, and all that is made from it: the option of the command line, the key of a request file, the
 * entry of the API's document, the control of the page, the change that is proposed. Immutable once its row is written.
 */
public final class RequestField<T> {
    private final String name;
    private final FieldType<T> type;
    private final Function<Request, T> value;
    private final Map<String, Text> choices = new LinkedHashMap<>();
    private final Map<String, Text> changes = new LinkedHashMap<>();
    private final List<Lever<T>> levers = new ArrayList<>();
    private Place place = Place.MORE;
    private Text title = new Text("", "");
    private Text help = new Text("", "");
    private String property;
    private String json;
    private Set<String> derived = Set.of();
    private @Nullable T absent;
    private boolean maskable;
    private int leverRank;

    /** Where the page asks for a field; the last are folded away. */
    public enum Place {
        MODEL,
        LOAD,
        MONEY,
        CONSTRAINTS,
        OFFERS,
        VIEW,
        MORE
    }

    RequestField(String name, FieldType<T> type, Function<Request, T> value) {
        this.name = name;
        this.type = type;
        this.value = value;
        this.property = camelCase(name);
        this.json = camelCase(name);
    }

    private static String camelCase(String name) {
        StringBuilder joined = new StringBuilder();
        for (String word : name.split("-", -1)) {
            joined.append(joined.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return joined.toString();
    }

    /** What holds if nothing is given. */
    RequestField<T> absent(T value) {
        this.absent = value;
        return this;
    }

    /** Where and under which title the page asks for it. */
    RequestField<T> asked(Place at, String en, String zh) {
        this.place = at;
        this.title = new Text(en, zh);
        return this;
    }

    /** What the help of the command line says; {@code %s} is the default. */
    RequestField<T> help(String en, String zh) {
        this.help = new Text(en, zh);
        return this;
    }

    /** The property of the request that rules see, if it is not the name in camel case. */
    RequestField<T> property(String other) {
        this.property = other;
        return this;
    }

    /** The name in an answer, if it is not the name in camel case. */
    RequestField<T> json(String other) {
        this.json = other;
        return this;
    }

    /** Properties of facts that are calculated from it. */
    RequestField<T> derived(String... properties) {
        this.derived = Set.of(properties);
        return this;
    }

    /**
     * A record can hide it. Only for what no figure of any option is calculated from: it reaches a record through rules
     * alone, and which rules read it is known. A load or a country would be betrayed by every cost and every speed.
     */
    RequestField<T> masked() {
        this.maskable = true;
        return this;
    }

    /** What the page calls a choice. */
    RequestField<T> choice(T choice, String en, String zh) {
        choices.put(type.writing().apply(choice), new Text(en, zh));
        return this;
    }

    /**
     * How it can be changed for an option.
     *
     * @param rank of what changes come to the same, that of the lowest rank is tried first
     */
    RequestField<T> lever(int rank, Lever<T> way) {
        this.leverRank = rank;
        levers.add(way);
        return this;
    }

    /**
     * How a change is said: from {@code {0}} to {@code {1}}, by {@code {2}}.
     *
     * @param change {@code more}, {@code less} or {@code half} of a quantity, or else the new choice
     */
    RequestField<T> said(String change, String en, String zh) {
        changes.put(change, new Text(en, zh));
        return this;
    }

    /** As on the command line without the dashes, and in request files. */
    public String name() {
        return name;
    }

    /** As in an answer. */
    public String json() {
        return json;
    }

    /** As rules see it. */
    public String property() {
        return property;
    }

    public FieldType<T> type() {
        return type;
    }

    public Place place() {
        return place;
    }

    public Text title() {
        return title;
    }

    /** What the command line says of it, with the default in it. */
    public Text help() {
        String present = String.valueOf(absentText());
        return new Text(help.en().formatted(present), help.zh().formatted(present));
    }

    @Nullable T absent() {
        return absent;
    }

    /** What holds if nothing is given, as it would be typed. */
    public @Nullable String absentText() {
        return absent == null ? null : type.writing().apply(absent);
    }

    public boolean maskable() {
        return maskable;
    }

    int leverRank() {
        return leverRank;
    }

    /** The value in a request. */
    public @Nullable Object value(Request request) {
        return value.apply(request);
    }

    /** The value in a request, as it would be typed. */
    public String text(Request request) {
        return type.writing().apply(value.apply(request));
    }

    /** The ids of its choices with what the page calls them, the default first. */
    public Map<String, Text> choices() {
        List<String> ids =
                new ArrayList<>(type.choices().stream().map(type.writing()).toList());
        if (!ids.isEmpty() && !ids.get(0).equals(absentText())) {
            Collections.reverse(ids);
        }
        Map<String, Text> titles = new LinkedHashMap<>();
        ids.forEach(id -> titles.put(id, choices.getOrDefault(id, new Text(id, id))));
        return titles;
    }

    /** How a change is said; {@code null} if there is nothing to say of it. */
    public @Nullable Text change(String change) {
        return changes.get(change);
    }

    /** Whether a property of a fact is this field, or is calculated from it. */
    public boolean isReadAs(Class<?> fact, String path) {
        List<String> steps = List.of(path.split("\\.", -1));
        return steps.stream().anyMatch(derived::contains)
                || (fact == Request.class && steps.get(0).equals(property));
    }

    /** To which values it could be changed, as they are typed: each list goes one way, the least change first. */
    public List<List<String>> reach(LeverScope scope) {
        T present = value.apply(scope.request());
        Stream<List<String>> lists =
                present == null ? Stream.empty() : levers.stream().flatMap(lever -> lever.reach(present, scope));
        return lists.map(values -> values.stream().distinct().toList())
                .filter(values -> !values.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    /** Rows of fields, in the order in which they are written. */
    static final class Rows {
        private final List<RequestField<?>> rows = new ArrayList<>();

        /** Begins a row. */
        <T> RequestField<T> row(String name, FieldType<T> type, Function<Request, T> value) {
            RequestField<T> field = new RequestField<>(name, type, value);
            rows.add(field);
            return field;
        }

        List<RequestField<?>> rows() {
            return Collections.unmodifiableList(rows);
        }
    }
}
