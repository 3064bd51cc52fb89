package advisor.mcp;

import advisor.advice.Advisor;
import advisor.catalog.Catalog;
import advisor.request.Question;
import advisor.rules.LoadedRules;
import advisor.rules.text.RuleFiles;
import advisor.text.Language;
import advisor.workshop.TestBench;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;

/**
 * What a call is answered from. Immutable.
 *
 * @param bench how seriously checks of rules are taken
 * @param drafts compiles rules that are not to answer
 * @param asked what fields ask
 * @param language of answers to calls that name none
 * @param today the as-of date of requests that name none
 */
public record Desk(
        Advisor advisor,
        TestBench bench,
        Function<RuleFiles, LoadedRules> drafts,
        Asked asked,
        Language language,
        LocalDate today) {

    /** What a client asks by the fields of a request; where models are found that the catalog does not know is its matter. */
    @FunctionalInterface
    public interface Asked {
        Question of(Map<String, String> fields, LocalDate today, Catalog catalog);
    }

    Catalog catalog() {
        return advisor.catalog();
    }

    Question question(Map<String, String> fields) {
        return asked.of(fields, today, catalog());
    }
}
