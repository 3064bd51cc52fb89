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
 * @param descriptions where a model is found that the catalog does not know
 * @param language of answers to calls that name none
 * @param today the as-of date of requests that name none
 */
public record Desk(
        Advisor advisor,
        TestBench bench,
        Function<RuleFiles, LoadedRules> drafts,
        Question.Descriptions descriptions,
        Language language,
        LocalDate today) {

    Catalog catalog() {
        return advisor.catalog();
    }

    Question question(Map<String, String> fields) {
        return Question.of(fields, today, descriptions);
    }
}
