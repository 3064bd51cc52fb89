package advisor.http;

import advisor.advice.Advisor;
import advisor.catalog.Catalog;
import advisor.engine.RuleBook;

/** What one request is answered from. Immutable: a request that has begun ends with what it began with. */
record Knowledge(Catalog catalog, RuleBook rules, Advisor advisor) {

    static Knowledge of(Catalog catalog, RuleBook rules) {
        return new Knowledge(catalog, rules, new Advisor(catalog, rules));
    }
}
