package advisor.facts.machine;

import advisor.facts.model.LanguageModel;
import advisor.facts.model.Precision;
import advisor.facts.unit.Period;
import advisor.facts.unit.Sourced;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A serving engine and, dated, which number formats it runs on which generation.
 *
 * @param parallelism ways in which it spreads a model over devices
 * @param memory what it leaves to the model; {@code null} if nothing is known of this engine
 * @param speed its fitted times; {@code null} if no run of it was fitted
 * @param mostStreams the parameter that says how many streams it runs at once, or was ever measured with; {@code null} if
 *     no limit is known
 */
public record Engine(
        String id,
        Text title,
        Set<Parallelism> parallelism,
        @Nullable EngineMemory memory,
        @Nullable EngineSpeed speed,
        @Nullable String mostStreams,
        List<Support> supports) {

    public boolean offers(Parallelism way) {
        return parallelism.contains(way);
    }

    /** Which models a support entry covers. */
    public enum Models {
        ANY,
        DENSE,
        MOE;

        boolean cover(LanguageModel model) {
            return this == ANY || (this == MOE) == model.mixtureOfExperts();
        }
    }

    /** One number format that the engine runs on some generations from a day on. */
    public record Support(
            Set<Architecture> architectures,
            Precision precision,
            ComputeMode mode,
            Models models,
            Period period,
            String source,
            @Nullable Text note)
            implements Sourced {

        boolean covers(Architecture architecture, LanguageModel model, LocalDate day) {
            return architectures.contains(architecture) && models.cover(model) && period.contains(day);
        }
    }

    /** What this engine runs of a model on a generation, on a day. */
    public List<Support> supports(Architecture architecture, LanguageModel model, LocalDate day) {
        return supports.stream()
                .filter(support -> support.covers(architecture, model, day))
                .toList();
    }
}
