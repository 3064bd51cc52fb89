package advisor.report;

import advisor.advice.Origin;
import advisor.advice.Wording;
import advisor.engine.trace.ConditionTrace;
import advisor.engine.trace.Operand;
import advisor.model.Accelerator;
import advisor.model.Candidate;
import advisor.model.DeploymentOption;
import advisor.model.Ids;
import advisor.model.Language;
import advisor.model.LanguageModel;
import advisor.model.Parameter;
import advisor.model.Request;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says a condition of a rule as a sentence, with the values on both sides, for people who do not read rules. */
final class PlainCondition {
    private static final Pattern PARTS = Pattern.compile(
            "(?<left>\\$?[\\w.]+(?:\\([^()]*\\))?)(?:\\s*(?<sign>==|!=|<=|>=|<|>|\\b(?:not\\s+)?(?:in|contains|matches)\\b)\\s*(?<right>.+))?");
    private static final Pattern ARGUMENT = Pattern.compile("\\$\\w+|[A-Z]\\w*(?:\\.\\w+)+|\"[^\"]*\"");
    private static final Map<String, String> SIGNS = Map.of(
            "==",
            "eq",
            "!=",
            "ne",
            "<",
            "lt",
            ">",
            "gt",
            "<=",
            "le",
            ">=",
            "ge",
            "in",
            "in",
            "contains",
            "contains",
            "matches",
            "matches");

    private final Phrases phrases;
    private final Phrases fields;
    private final Wording wording;
    private final Language language;
    private final SourceNotes notes;

    PlainCondition(Language language, SourceNotes notes) {
        this.phrases = new Phrases(language);
        this.fields = Phrases.fields(language);
        this.wording = new Wording(language);
        this.language = language;
        this.notes = notes;
    }

    /** A sentence; the condition as it is written where no sentence says it. */
    String of(ConditionTrace trace) {
        return switch (trace.condition().kind()) {
            case CONSTRAINT -> constraint(trace).orElseGet(() -> TestText.held(trace, language));
            case NOT, EXISTS -> {
                boolean not = trace.condition().text().startsWith("not ");
                String fact = trace.condition().text().replaceFirst("^(not|exists) ", "");
                yield searched(not ? "says.not" : "says.exists", fact, trace);
            }
            case ACCUMULATE -> searched("says.accumulate", "Parameter", trace) + results(trace);
            case PATTERN -> phrases.say("says.pattern", fact(trace.condition().text()));
            case OTHER -> phrases.say("says.other");
        };
    }

    private String searched(String key, String fact, ConditionTrace trace) {
        return phrases.say(key, fact(fact), trace.searched(), trace.found());
    }

    private String results(ConditionTrace trace) {
        return trace.operands().stream()
                .map(operand -> " " + operand.path() + " = " + value(operand.value()))
                .collect(Collectors.joining());
    }

    private String fact(String type) {
        return phrases.has("fact." + type) ? phrases.say("fact." + type) : type;
    }

    /** Whether it says no more than which parameter a rule takes. */
    static boolean namesLimit(ConditionTrace trace) {
        return trace.condition().text().startsWith("id ==")
                && trace.operands().stream().anyMatch(operand -> operand.owner() instanceof Parameter);
    }

    private Optional<String> constraint(ConditionTrace trace) {
        Matcher parts = PARTS.matcher(trace.condition().text().strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        Operand left = operand(parts.group("left"), trace).orElse(null);
        if (left == null || left.owner() == null || !fields.has(key(left))) {
            return Optional.empty();
        }
        String right = Objects.requireNonNullElse(parts.group("right"), "true").strip();
        String written = Objects.requireNonNullElse(parts.group("sign"), "==");
        boolean not = written.startsWith("not");
        String sign = (not ? "not-" : "") + SIGNS.get(written.replaceFirst("^not\\s+", ""));
        return Optional.of(sentence(left, sign, right, trace));
    }

    private String sentence(Operand left, String sign, String right, ConditionTrace trace) {
        if (left.owner() instanceof Parameter parameter && namesLimit(trace)) {
            return phrases.say("says.limit-set", parameter.title().in(language), limit(parameter));
        }
        if (right.equals("true") || right.equals("false")) {
            return flag(left, right.equals("true") == sign.equals("eq"), trace);
        }
        if (right.equals("null")) {
            return there(left, sign.equals("ne"), trace);
        }
        String other = other(right, trace);
        boolean same = sign.equals("eq") && other.equals(value(left.value()));
        return same
                ? phrases.say("says.device-set", name(left, trace), other)
                : phrases.say("says." + sign, name(left, trace), known(left), other);
    }

    /** That something is set or known, or is not. */
    private String there(Operand left, boolean wanted, ConditionTrace trace) {
        boolean asked = left.owner() instanceof Request;
        if (wanted) {
            return asked
                    ? phrases.say("says.set", name(left, trace), value(left.value()))
                    : phrases.say("says.there", name(left, trace), known(left));
        }
        String key = asked ? "says.not-set" : "says.not-there";
        return left.value() == null
                ? phrases.say(key, name(left, trace))
                : phrases.say(key + "-but", name(left, trace), known(left));
    }

    /** What is and, where it differs, what the rule asks for. */
    private String flag(Operand left, boolean wanted, ConditionTrace trace) {
        String value = left.value() == null ? wording.unknown() : value(left.value());
        return Objects.equals(left.value(), wanted)
                ? phrases.say("says.flag", name(left, trace), value)
                : phrases.say("says.flag-not", name(left, trace), value, yesOrNo(wanted));
    }

    private String other(String text, ConditionTrace trace) {
        Optional<Operand> operand = operand(text, trace);
        if (operand.isPresent() && operand.get().owner() instanceof Parameter parameter) {
            return limit(parameter);
        }
        if (operand.isPresent() && operand.get().field().isEmpty()) {
            return value(operand.get().value());
        }
        return operand.map(found -> fields.has(key(found))
                        ? phrases.say("says.named", name(found, trace), known(found))
                        : value(found.value()))
                .orElseGet(() -> constants(text));
    }

    /** The value of a limit, its id, and where that was read. */
    private String limit(Parameter parameter) {
        String value = FormulaText.number(wording, parameter.value()) + phrases.unit(parameter.unit());
        String origin = parameter.isSetByRequest()
                ? phrases.say("says.asked", parameter.id())
                : parameter.id() + " " + notes.cite(parameter);
        return value + " (" + origin + ")";
    }

    private static Optional<Operand> operand(String text, ConditionTrace trace) {
        String path = text.replaceAll("\\s*,\\s*", ", ").replaceAll("\\(\\s*(.*?)\\s*\\)", "($1)");
        return trace.operands().stream()
                .filter(operand -> operand.path().equals(path))
                .findFirst();
    }

    private static String key(Operand operand) {
        Object owner = Objects.requireNonNull(operand.owner());
        return owner.getClass().getSimpleName() + "." + operand.field();
    }

    /** What a field is called, with the arguments of its method filled in. */
    private String name(Operand operand, ConditionTrace trace) {
        int open = operand.path().indexOf('(');
        String[] arguments = open < 0
                ? new String[0]
                : ARGUMENT.matcher(operand.path().substring(open))
                        .results()
                        .map(match -> argument(match.group(), trace))
                        .toArray(String[]::new);
        return fields.say(key(operand), (Object[]) arguments);
    }

    private String argument(String text, ConditionTrace trace) {
        return operand(text, trace).map(found -> value(found.value())).orElseGet(() -> constants(text));
    }

    /** {@code (Vendor.AMD, Vendor.NVIDIA)} by what people call them. */
    private String constants(String text) {
        return Arrays.stream(text.replaceAll("^\\(|\\)$", "").split(",", -1))
                .map(String::strip)
                .map(this::constant)
                .collect(Collectors.joining(phrases.say("list-separator")));
    }

    private String constant(String text) {
        if (text.startsWith("$")) {
            return phrases.say("says.unbound");
        }
        List<String> steps = List.of(text.split("\\.", -1));
        if (steps.size() < 2 || text.startsWith("\"")) {
            return text.replace("\"", "");
        }
        String id =
                steps.get(steps.size() - 1).toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        String key = steps.get(steps.size() - 2) + "." + id;
        return phrases.has(key) ? phrases.say(key) : id;
    }

    /** A value with where it comes from. */
    private String known(Operand operand) {
        String value =
                operand.value() == null && !operand.isUnknown() ? phrases.say("says.none") : value(operand.value());
        Origin origin = Origin.of(operand);
        String sources = origin.read().isEmpty() ? "" : " " + notes.cite(origin.read());
        String see = operand.field().startsWith("memory.") ? "says.memory" : "says.cost";
        return switch (origin.kind()) {
            case REQUEST -> operand.value() == null ? phrases.say("says.none") : phrases.say("says.asked", value);
            case COMPUTED ->
                operand.field().startsWith("memory.") || operand.field().startsWith("cost.")
                        ? phrases.say("says.see", value, phrases.say(see))
                        : value + sources;
            default -> value + sources;
        };
    }

    String value(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return yesOrNo(flag);
        }
        if (value instanceof Enum<?> constant) {
            return phrases.hasChoice(constant) ? phrases.choice(constant) : Ids.of(constant);
        }
        if (value instanceof Collection<?> all) {
            return all.stream().map(this::value).collect(Collectors.joining(phrases.say("list-separator")));
        }
        return named(value).orElseGet(() -> wording.value(value));
    }

    /** Whole facts by their titles. */
    private Optional<String> named(@Nullable Object fact) {
        if (fact instanceof Candidate candidate) {
            return Optional.of(candidate.option().title().in(language));
        }
        if (fact instanceof DeploymentOption option) {
            return Optional.of(option.title().in(language));
        }
        if (fact instanceof LanguageModel model) {
            return Optional.of(model.title().in(language));
        }
        return fact instanceof Accelerator accelerator
                ? Optional.of(accelerator.title().in(language))
                : Optional.empty();
    }

    /** What a value is called, for people. */
    String name(Operand operand) {
        return operand.owner() != null && fields.has(key(operand))
                ? fields.say(key(operand), "…", "…")
                : operand.path();
    }

    private String yesOrNo(boolean flag) {
        return phrases.say(flag ? "says.yes" : "says.no");
    }
}
