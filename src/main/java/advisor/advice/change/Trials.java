package advisor.advice.change;

import advisor.advice.Advisor;
import advisor.advice.change.Counterfactual.Change;
import advisor.advice.change.Counterfactual.Of;
import advisor.catalog.Catalog;
import advisor.facts.Request;
import advisor.request.Question;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Runs changed requests and offers, each once. A run of one option alone costs a fraction of an advice and tells what
 * keeps it out; only an advice on all options tells its stance. What is asked of many options alike is run once, among
 * all. Safe for several threads.
 */
final class Trials {
    private final Question question;
    private final Set<Change> shared;
    private final Collection<String> best;
    private final Map<List<Object>, Tried> alone = new ConcurrentHashMap<>();
    private final Map<List<Object>, Tried> besideBest = new ConcurrentHashMap<>();
    private final Map<List<Object>, Tried> among = new ConcurrentHashMap<>();
    private final Map<Change, Map<String, Tried>> ofShared = new ConcurrentHashMap<>();

    /** It keeps what requests share, and whoever is asked about one option alone shares that. */
    private final Advisor ofAll;

    /**
     * @param ofAll whose catalog has what the question needs
     * @param shared changes of the request that will be tried for many options
     * @param best ids of the options that others are compared with
     */
    Trials(Advisor ofAll, Question question, Set<Change> shared, Collection<String> best) {
        this.ofAll = ofAll;
        this.question = question;
        this.best = best;
        this.shared = shared;
    }

    /** The verdict on an option as if there were no other: where many are asked alike, no other keeps it out. */
    Tried alone(String option, List<Change> changes) {
        return isShared(changes)
                ? among(option, changes)
                : alone.computeIfAbsent(
                        List.of(option, changes),
                        key -> run(ofAll.withOffers(ofAll.catalog().only(Set.of(option))), option, changes));
    }

    /** The verdict on an option beside those with which it is compared first: it stands no better among all. */
    Tried besideBest(String option, List<Change> changes) {
        return isShared(changes)
                ? among(option, changes)
                : besideBest.computeIfAbsent(
                        List.of(option, changes), key -> run(ofAll.withOffers(withBest(option)), option, changes));
    }

    private Catalog withBest(String option) {
        Set<String> few = new TreeSet<>(best);
        few.add(option);
        return ofAll.catalog().only(few);
    }

    private boolean isShared(List<Change> changes) {
        return changes.size() == 1 && shared.contains(changes.get(0));
    }

    /** The verdict on an option among all. */
    Tried among(String option, List<Change> changes) {
        return isShared(changes)
                ? Objects.requireNonNull(ofShared.computeIfAbsent(changes.get(0), change -> runOfAll(changes))
                        .get(option))
                : among.computeIfAbsent(List.of(option, changes), key -> run(ofAll, option, changes));
    }

    private Map<String, Tried> runOfAll(List<Change> changes) {
        return ofAll.advise(changed(changes).request()).verdicts().stream()
                .collect(Collectors.toMap(verdict -> verdict.option().id(), Tried::of));
    }

    /** @param advisor of the catalog before its offers change */
    private Tried run(Advisor advisor, String option, List<Change> changes) {
        Request request = changed(changes).request();
        Catalog after = advisor.catalog();
        for (Change change : changes) {
            if (change.of() == Of.OFFER) {
                after = new Offer(after, option, request).with(change);
            }
        }
        return Tried.of(advisor.withOffers(after).advise(request).verdict(option));
    }

    private Question changed(List<Change> changes) {
        return question.with(changes.stream()
                .filter(change -> change.of() == Of.REQUEST)
                .collect(Collectors.toMap(Change::field, Change::to, (one, other) -> other)));
    }
}
