package advisor.advice.change;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.OptionVerdict;
import advisor.advice.change.Counterfactual.Change;
import advisor.advice.change.Counterfactual.Of;
import advisor.catalog.Catalog;
import advisor.facts.Request;
import advisor.request.Question;
import advisor.rules.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Runs changed requests and offers, each once. A run of one option alone costs a fraction of an advice and tells what
 * keeps it out; only an advice on all options tells its stance. Safe for several threads.
 */
final class Trials {
    private final Catalog catalog;
    private final RuleBook rules;
    private final Question question;
    private final Map<List<Object>, OptionVerdict> alone = new ConcurrentHashMap<>();
    private final Map<Question, Advice> requests = new ConcurrentHashMap<>();
    private final Map<List<Object>, OptionVerdict> offers = new ConcurrentHashMap<>();

    /** Advisors keep what requests share, so those that are asked again and again stay. */
    private final Advisor ofAll;

    private final Map<String, Advisor> ofOne = new ConcurrentHashMap<>();

    Trials(Catalog catalog, RuleBook rules, Question question) {
        this.catalog = catalog;
        this.rules = rules;
        this.question = question;
        this.ofAll = new Advisor(catalog, rules);
    }

    /** The verdict on an option as if there were no other. */
    OptionVerdict alone(String option, List<Change> changes) {
        return alone.computeIfAbsent(
                List.of(option, changes),
                key -> ofRequestAlone(changes)
                        ? ofOne(option).advise(changed(changes).request()).verdict(option)
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
            Advice advice = requests.computeIfAbsent(changed(changes), changed -> ofAll.advise(changed.request()));
            return advice.verdict(option);
        }
        return offers.computeIfAbsent(List.of(option, changes), key -> run(catalog, ofAll, option, changes));
    }

    /** @param advisor of the catalog before its offers change */
    private OptionVerdict run(Catalog before, Advisor advisor, String option, List<Change> changes) {
        Request request = changed(changes).request();
        Catalog after = before;
        for (Change change : changes) {
            if (change.of() == Of.OFFER) {
                after = new Offer(after, option, request).with(change);
            }
        }
        return advisor.withOffers(after).advise(request).verdict(option);
    }

    private Question changed(List<Change> changes) {
        return question.with(changes.stream()
                .filter(change -> change.of() == Of.REQUEST)
                .collect(Collectors.toMap(Change::field, Change::to, (one, other) -> other)));
    }
}
