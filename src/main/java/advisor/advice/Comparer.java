package advisor.advice;

import advisor.advice.SideBySide.Flip;
import advisor.catalog.Catalog;
import advisor.facts.Request;
import advisor.request.BadRequestException;
import advisor.request.Question;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts options beside each other, and finds the loads at which their order turns. */
public final class Comparer {
    private static final int MOST_COMPARED_STREAMS = 4_096;

    private final Advisor advisor;
    private final Catalog catalog;
    private final Question question;
    private final Map<Integer, List<String>> orders = new HashMap<>();

    public Comparer(Advisor advisor, Question question) {
        this.advisor = advisor.knowing(question);
        this.catalog = this.advisor.catalog();
        this.question = question;
    }

    /**
     * @throws BadRequestException unless they are two or more, each once
     * @throws advisor.text.UnknownNameException if the catalog has no such option, or if one is no service for the model
     */
    public SideBySide compare(List<String> options) {
        if (options.size() < 2 || Set.copyOf(options).size() < options.size()) {
            throw BadRequestException.of(
                    "options",
                    new Text(
                            "The options (%s) must be two or more different ids.".formatted(String.join(", ", options)),
                            "options（%s）须为两个或更多不同的 id。".formatted(String.join("、", options))));
        }
        options.forEach(catalog::option);
        Advice advice = advisor.advise(question.request());
        Request request = advice.request();
        List<OptionVerdict> verdicts = options.stream().map(advice::verdict).toList();
        orders.put(request.streams(), order(advice, options));
        List<Flip> flips = new ArrayList<>();
        turn(request, 1, options).ifPresent(flips::add);
        if (request.streams() < MOST_COMPARED_STREAMS) {
            turn(request, MOST_COMPARED_STREAMS, options).ifPresent(flips::add);
        }
        return new SideBySide(advice, verdicts, flips);
    }

    /** The load between two, nearest to the first, at which the order is no longer that of the first. */
    private Optional<Flip> turn(Request request, int end, List<String> options) {
        int present = request.streams();
        int same = present;
        int other = same;
        while (other != end && order(request, other, options).equals(order(request, present, options))) {
            same = other;
            other = end > present ? Math.min(end, other * 2) : Math.max(end, other / 2);
        }
        if (order(request, other, options).equals(order(request, present, options))) {
            return Optional.empty();
        }
        while (Math.abs(other - same) > 1) {
            int middle = (other + same) / 2;
            if (order(request, middle, options).equals(order(request, present, options))) {
                same = middle;
            } else {
                other = middle;
            }
        }
        return Optional.of(new Flip(other, order(request, other, options)));
    }

    private List<String> order(Request request, int streams, List<String> options) {
        return orders.computeIfAbsent(streams, load -> order(advisor.advise(request.withStreams(load)), options));
    }

    private static List<String> order(Advice advice, List<String> options) {
        return advice.verdicts().stream()
                .map(verdict -> verdict.option().id())
                .filter(options::contains)
                .toList();
    }
}
