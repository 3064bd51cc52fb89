package advisor.report.words;

import advisor.facts.SpeedBasis;
import advisor.facts.SpeedBasis.Near;
import advisor.facts.machine.EngineRun;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.List;
import java.util.stream.Collectors;

/** In words, what a speed rests on: in which ways nothing like it was measured, and the nearest published runs. */
public final class SpeedBasisText {
    private final Phrases phrases;
    private final Wording wording;
    private final Language language;

    public SpeedBasisText(Language language) {
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
        this.language = language;
    }

    /** What was never measured of the plan's engine, and that the interval is the wider; else that all was. */
    public String unmeasured(SpeedBasis basis) {
        if (basis.unmeasured().isEmpty()) {
            return phrases.say("speed-basis.all");
        }
        String ways = basis.unmeasured().stream()
                .map(phrases::choice)
                .collect(Collectors.joining(phrases.say("list-separator")));
        return phrases.say("speed-basis.unmeasured", ways);
    }

    /** The nearest runs with their figures, without their sources. */
    public List<String> nearest(SpeedBasis basis) {
        return basis.nearest().stream().map(this::run).toList();
    }

    private String run(Near near) {
        EngineRun run = near.run();
        return phrases.say(
                "speed-basis.run",
                near.engine().title().in(language),
                run.model(),
                run.devices(),
                run.accelerator(),
                run.precision().label(),
                run.layout(),
                Wording.whole(run.streams()),
                Wording.whole(run.promptTokens()),
                Wording.whole(run.outputTokens()),
                wording.number(run.tokenMilliseconds()),
                wording.number(run.firstTokenMilliseconds()),
                run.date());
    }
}
