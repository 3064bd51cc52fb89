package advisor.facts.offer;

/**
 * That a service offered the model of the question and does so no longer on its day.
 *
 * @param last of its offers of the model
 */
public record EndedOffer(DeploymentOption option, ApiOffer last) {}
