package advisor.advice;

import advisor.advice.Counterfactual.Change;
import advisor.advice.Counterfactual.Of;
import advisor.catalog.Catalog;
import advisor.engine.RuleBook;
import advisor.model.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs changed requests and offers, each once. A run of one option alone costs a fraction of an advice and tells what
 * keeps it out; only an advice on all options tells its stance. Safe for several threads.
 */
final class Trials {
    private final Catalog catalog;
    private final RuleBook rules;
    private final Map<String, String> fields;
    private final LocalDate today;
    private final Map<List<Object>, OptionVerdict> alone = new ConcurrentHashMap<>();
    private final Map<Map<String, String>, Advice> requests = new ConcurrentHashMap<>();
    private final Map<List<Object>, OptionVerdict> offers = new ConcurrentHashMap<>();

    /** Advisors keep what requests share, so those that are asked again and again stay. */
    private final Advisor ofAll;

    private final Map<String, Advisor> ofOne = new ConcurrentHashMap<>();

    /**
     * @param fields the request as it was filled in
     * @param today the as-of date if it names none
     */
    Trials(Catalog catalog, RuleBook rules, Map<String, String> fields, LocalDate today) {
        this.catalog = catalog;
        this.rules = rules;
        this.fields = fields;
        this.today = today;
        this.ofAll = new Advisor(catalog, rules);
    }

    /** The verdict on an option as if there were no other. */
    OptionVerdict alone(String option, List<Change> changes) {
        return alone.computeIfAbsent(
                List.of(option, changes),
                key -> ofRequestAlone(changes)
                        ? ofOne(option).advise(request(changed(changes))).verdict(option)
                        : run(catalog.only(option), ofOne(option), option, changes));
    }

    private Advisor ofOne(String option) {
        return ofOne.computeIfAbsent(option, id -> new Advisor(catalog.only(id), rules));
    }

    private static boolean ofRequestAlone(List<Change> changes) {
        return changes.stream().allMatch(change -> change.of() == Of.REQUEST);
    }

    /** The verdict on an option among all. */
    OptionVerdict among(String option, List<Change> changes) {
        if (ofRequestAlone(changes)) {
            Map<String, String> changed = changed(changes);
            Advice advice = requests.computeIfAbsent(changed, form -> ofAll.advise(request(form)));
            return advice.verdict(option);
        }
        return offers.computeIfAbsent(List.of(option, changes), key -> run(catalog, ofAll, option, changes));
    }

    /** @param advisor of the catalog before its offers change */
    private OptionVerdict run(Catalog before, Advisor advisor, String option, List<Change> changes) {
        Request request = request(changed(changes));
        Catalog after = before;
        for (Change change : changes) {
            if (change.of() == Of.OFFER) {
                after = new Offer(after, option, request).with(change);
            }
        }
        Advisor changed = otherDevices(changes) ? new Advisor(after, rules) : advisor.withOffers(after);
        return changed.advise(request).verdict(option);
    }

    private static boolean otherDevices(List<Change> changes) {
        return changes.stream().anyMatch(change -> change.field().equals("memory-gb"));
    }

    private Map<String, String> changed(List<Change> changes) {
        Map<String, String> changed = new TreeMap<>(fields);
        changes.stream()
                .filter(change -> change.of() == Of.REQUEST)
                .forEach(change -> changed.put(change.field(), change.to()));
        return changed;
    }

    private Request request(Map<String, String> form) {
        return new RequestForm(form).request(today);
    }
}
