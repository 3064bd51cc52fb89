package advisor.rules.session;

import java.util.List;

/**
 * What the rules say of one request.
 *
 * @param firings rules that spoke
 * @param facts all that the rules looked at, findings included
 * @param errors rules that failed and therefore said nothing: unless this is empty, the judgement is incomplete
 */
public record Judgement(List<Firing> firings, List<Object> facts, List<RuleError> errors) {

    /**
     * This judgement, if it is complete.
     *
     * @throws RuleFailure naming every rule that failed
     */
    public Judgement orThrow() {
        if (!errors.isEmpty()) {
            throw new RuleFailure(errors);
        }
        return this;
    }
}
