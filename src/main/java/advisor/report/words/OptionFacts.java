package advisor.report.words;

import advisor.facts.Candidate;
import advisor.facts.Cost;
import advisor.facts.Memory;
import advisor.facts.model.Precision;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an option is at a glance: its format, its memory, what it costs. */
public final class OptionFacts {
    private final Phrases phrases;
    private final Wording wording;

    public OptionFacts(Language language) {
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
    }

    /** @param cost as {@link #cost} says it */
    public String of(Candidate candidate, String cost) {
        return Stream.of(format(candidate.precision()), memory(candidate.memory()), cost)
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /**
     * What the plan costs.
     *
     * @param amount to be paid, or all that will be paid
     */
    public String cost(Candidate candidate, String amount) {
        Cost cost = candidate.cost();
        int units = candidate.plan().units();
        String all = cost.bought()
                ? phrases.say("cost.upfront", amount)
                : phrases.say("cost.total", amount, cost.horizonMonths());
        return units == 1 ? all : phrases.say("cost.several", units, all);
    }

    private String format(Precision precision) {
        return precision == Precision.HOSTED ? phrases.say("hosted") : precision.label();
    }

    private String memory(Memory memory) {
        return memory.needed() == null
                ? ""
                : phrases.say("memory", wording.bytes(memory.needed()), wording.bytes(memory.usable()));
    }
}
