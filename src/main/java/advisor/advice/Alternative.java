package advisor.advice;

import advisor.facts.model.LanguageModel;
import advisor.facts.model.Substitute;
import advisor.facts.unit.Money;
import org.jspecify.annotations.Nullable;

/**
 * Another model at the same load, under the same limits.
 *
 * @param model that the substitute names
 * @param best what comes first for it
 * @param saving what it costs less in all than what is recommended for the model that was asked for; {@code null} if
 *     nothing is
 */
public record Alternative(Substitute substitute, LanguageModel model, OptionVerdict best, @Nullable Money saving) {}
