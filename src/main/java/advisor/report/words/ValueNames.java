package advisor.report.words;

import advisor.advice.change.Origin;
import advisor.facts.Candidate;
import advisor.facts.Request;
import advisor.facts.machine.Accelerator;
import advisor.facts.model.LanguageModel;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Parameter;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import advisor.rules.explain.Operand;
import advisor.rules.text.Expression;
import advisor.rules.text.Expression.Path;
import advisor.rules.text.Expression.Step;
import advisor.rules.text.Expression.Values;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.text.Text;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the values, fields and constants in the conditions of rules are called, for people who do not read rules. */
final class ValueNames {
    private final Phrases phrases;
    private final Phrases fields;
    private final Wording wording;
    private final Language language;
    private final SourceNotes notes;

    ValueNames(Language language, SourceNotes notes) {
        this.phrases = new Phrases(language);
        this.fields = Phrases.fields(language);
        this.wording = new Wording(language);
        this.language = language;
        this.notes = notes;
    }

    /** A value; a whole fact by its title. */
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

    /** A value with where it comes from. */
    String known(Operand operand) {
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

    /** The value of a limit, its id, and where that was read. */
    String limit(Parameter parameter) {
        String value = wording.precise(parameter.value()) + phrases.unit(parameter.unit());
        String origin = parameter.isSetByRequest()
                ? phrases.say("says.asked", parameter.id())
                : parameter.id() + " " + notes.cite(parameter);
        return value + " (" + origin + ")";
    }

    /** {@code (Vendor.AMD, Vendor.NVIDIA)} by what people call them. */
    String constants(Expression written) {
        return (written instanceof Values values ? values.parts() : List.of(written))
                .stream().map(this::constant).collect(Collectors.joining(phrases.say("list-separator")));
    }

    private String constant(Expression written) {
        if (!(written instanceof Path path)) {
            return written.text().replace("\"", "");
        }
        if (path.isVariable()) {
            return phrases.say("says.unbound");
        }
        List<Step> steps = path.steps();
        if (steps.size() < 2) {
            return path.text();
        }
        String id = steps.get(steps.size() - 1).text().toLowerCase(Locale.ROOT).replace('_', '-');
        String key = path.text().substring(0, path.text().lastIndexOf('.') + 1) + id;
        return phrases.has(key) ? phrases.say(key) : id;
    }

    /** Whether the field that a value was read from has a name. */
    boolean hasField(Operand operand) {
        return operand.owner() != null
                && (fields.has(key(operand)) || asked(operand).isPresent());
    }

    /** What the field is called that a value was read from, with the arguments of its method filled in. */
    String field(Operand operand, String... arguments) {
        return fields.has(key(operand))
                ? fields.say(key(operand), (Object[]) arguments)
                : asked(operand).map(title -> title.in(language)).orElseThrow();
    }

    /** What the form calls a field of the request. */
    private static Optional<Text> asked(Operand operand) {
        return RequestFields.all().stream()
                .filter(field ->
                        operand.owner() instanceof Request && field.property().equals(operand.field()))
                .map(RequestField::title)
                .findFirst();
    }

    /** That nobody knows. */
    String unknown() {
        return wording.unknown();
    }

    private static String key(Operand operand) {
        Object owner = Objects.requireNonNull(operand.owner());
        return owner.getClass().getSimpleName() + "." + operand.field();
    }

    String yesOrNo(boolean flag) {
        return phrases.say(flag ? "says.yes" : "says.no");
    }
}
