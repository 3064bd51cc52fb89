package advisor.sizing.plan;

import advisor.facts.offer.DeploymentOption;

/** What tells a size of an option from its others: they have one id. */
record SizeKey(String option, int devices) {
    static SizeKey of(DeploymentOption option) {
        return new SizeKey(option.id(), option.devices());
    }
}
