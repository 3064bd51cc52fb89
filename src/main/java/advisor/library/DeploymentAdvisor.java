package advisor.library;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.audit.record.Decision;
import advisor.cache.Cache;
import advisor.catalog.Catalog;
import advisor.catalog.CatalogLoader;
import advisor.request.ModelList;
import advisor.request.Question;
import advisor.rules.RuleBook;
import advisor.rules.RuleLoader;
import advisor.rules.compile.RuleCompiler;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/**
 * Answers requests from a folder of rules and one of a catalog, as the command line does. Loading takes a second or two
 * once; an advisor is immutable, safe for several threads, and worth keeping.
 *
 * <pre>{@code
 * DeploymentAdvisor advisor = DeploymentAdvisor.over(Path.of("rules"), Path.of("catalog"));
 * Advice advice = advisor.advise(Map.of("model", "deepseek-r1", "budget", "3000000CNY"), LocalDate.of(2026, 11, 28));
 * advice.recommended().ifPresent(first -> System.out.println(first.option().id()));
 * }</pre>
 */
public final class DeploymentAdvisor {
    private final Catalog catalog;
    private final RuleBook rules;
    private final Advisor advisor;

    private DeploymentAdvisor(Catalog catalog, RuleBook rules) {
        this.catalog = catalog;
        this.rules = rules;
        this.advisor = new Advisor(catalog, rules);
    }

    /**
     * Loads rules and catalog. What is compiled is kept in the user's cache.
     *
     * @throws advisor.text.LoadException with every fault of every file
     */
    public static DeploymentAdvisor over(Path rules, Path catalog) {
        Cache cache = Cache.ofUser();
        return new DeploymentAdvisor(CatalogLoader.load(catalog), RuleLoader.load(rules, new RuleCompiler(cache)));
    }

    /**
     * Judges every option.
     *
     * @param request fields by the names of the command line without the dashes, each as it would be typed
     * @param today the as-of date if no field names one
     * @throws advisor.request.BadRequestException with every fault of the request
     * @throws advisor.text.UnknownNameException if the catalog has no such model
     */
    public Advice judge(Map<String, String> request, LocalDate today) {
        return advisor.assess(question(request, today)).advice();
    }

    /**
     * As {@link #judge}, with whether the order survives what is uncertain, what is not known and would turn it, and other
     * models that cost less: what the command line answers, at several times the work.
     *
     * @throws advisor.request.BadRequestException with every fault of the request
     * @throws advisor.text.UnknownNameException if the catalog has no such model
     */
    public Advice advise(Map<String, String> request, LocalDate today) {
        return Decision.of(question(request, today), catalog, rules).advice();
    }

    private Question question(Map<String, String> request, LocalDate today) {
        return Question.of(ModelList.catalogued(request, catalog), today);
    }
}
