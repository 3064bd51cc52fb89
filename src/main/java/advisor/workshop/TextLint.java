package advisor.workshop;

import advisor.catalog.Catalog;
import advisor.facts.Finding;
import advisor.facts.Lens;
import advisor.facts.unit.Parameter;
import advisor.request.RequestField;
import advisor.request.RequestFields;
import advisor.rules.LoadedRules;
import advisor.rules.RuleBook;
import advisor.rules.explain.Read;
import advisor.rules.explain.Reads;
import advisor.rules.explain.RuleLogic;
import advisor.rules.text.Check;
import advisor.rules.text.Fault;
import advisor.rules.text.RuleDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be said of rules that compile without running them. */
final class TextLint {
    private final LoadedRules loaded;
    private final RuleBook book;
    private final Catalog catalog;
    private final List<Fault> faults = new ArrayList<>();

    TextLint(LoadedRules loaded, RuleBook book, Catalog catalog) {
        this.loaded = loaded;
        this.book = book;
        this.catalog = catalog;
    }

    List<Fault> faults() {
        book.rules().forEach(this::checkSources);
        book.rules().forEach(this::checkCorrection);
        checkSameConditions();
        checkParameters();
        checkRequest();
        return faults;
    }

    private void checkSources(RuleDefinition rule) {
        for (String citation : rule.sources()) {
            catalog.unresolved(citation)
                    .ifPresent(fault -> add(
                            Check.UNKNOWN_SOURCE,
                            rule,
                            citation,
                            fault.message().en(),
                            fault.hint().en()));
        }
    }

    private void checkCorrection(RuleDefinition rule) {
        String corrected = rule.corrects();
        boolean known = corrected == null
                || book.rules().stream()
                        .anyMatch(other -> other.id().equals(corrected) && other.lens() == Lens.FOUNDING);
        if (!known) {
            add(
                    Check.CORRECTS,
                    rule,
                    "@corrects",
                    "The rule (%s) that is corrected is no rule of the founding lens.".formatted(corrected),
                    "");
        }
    }

    /**
     * Two rules from the same sources that state the same kind of thing under the same conditions are one rule, or one of
     * them is wrong. The founding documents are reproduced sentence by sentence.
     */
    private void checkSameConditions() {
        Map<Asked, RuleDefinition> seen = new HashMap<>();
        for (RuleLogic logic : book.logic()) {
            RuleDefinition rule = logic.rule();
            if (rule.lens() == Lens.FOUNDING) {
                continue;
            }
            RuleDefinition other = seen.putIfAbsent(Asked.by(logic), rule);
            if (other != null) {
                add(
                        Check.SAME_CONDITIONS,
                        rule,
                        "when",
                        "The rule (%s) has the conditions of rule %s at %s."
                                .formatted(rule.id(), other.id(), other.place()),
                        "Maybe they are one rule?");
            }
        }
    }

    private record Asked(
            @Nullable Lens lens, String topic, Finding.Kind kind, List<String> sources, List<String> conditions) {
        static Asked by(RuleLogic logic) {
            return new Asked(
                    logic.rule().lens(),
                    logic.rule().topic(),
                    logic.rule().kind(),
                    logic.rule().sources(),
                    logic.conditions().stream()
                            .map(condition -> condition.kind() + " " + condition.text())
                            .toList());
        }
    }

    /** A threshold that belongs to a rule file and that none reads is a threshold nobody keeps. */
    private void checkParameters() {
        Set<String> topics = book.rules().stream().map(RuleDefinition::topic).collect(Collectors.toSet());
        Set<String> read = book.logic().stream()
                .flatMap(logic -> Reads.literals(logic, Parameter.class).stream())
                .collect(Collectors.toSet());
        catalog.parameterIds().stream()
                .filter(id -> topics.contains(id.substring(0, Math.max(0, id.indexOf('/')))))
                .filter(id -> !read.contains(id))
                .forEach(this::addUnread);
    }

    /** A wish that no rule reads would be granted or refused by nobody. */
    private void checkRequest() {
        Set<Read> reads =
                book.logic().stream().flatMap(logic -> Reads.of(logic).stream()).collect(Collectors.toSet());
        String unread = RequestFields.all().stream()
                .filter(field -> reads.stream().noneMatch(read -> field.isReadAs(read.fact(), read.path())))
                .map(RequestField::property)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!unread.isEmpty()) {
            faults.add(loaded.ofFile(
                    Check.UNUSED_FIELD,
                    book.rules().get(0),
                    "No rule reads these fields of a request: %s.".formatted(unread),
                    "Maybe they are read by arithmetic alone?"));
        }
    }

    private void addUnread(String id) {
        RuleDefinition first = book.rules().stream()
                .filter(rule -> id.startsWith(rule.topic() + "/"))
                .findFirst()
                .orElseThrow();
        faults.add(loaded.ofFile(
                Check.UNUSED_PARAMETER,
                first,
                "No rule reads the parameter (%s) of catalog/parameters.".formatted(id),
                "Maybe a rule that compares with it is missing?"));
    }

    private void add(Check check, RuleDefinition rule, String at, String message, String hint) {
        faults.add(loaded.fault(check, rule, at, message, hint));
    }
}
