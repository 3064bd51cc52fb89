package advisor.catalog.pricelist;

import advisor.catalog.yaml.YamlNode.Place;
import advisor.catalog.yaml.YamlNode.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a hosted model as a list writes them, nothing of it checked yet.
 *
 * @param name of the model at the provider
 * @param currency {@code null} if the list names none and means dollars
 * @param tokens that a price is for: {@code million}, {@code thousand} or {@code token}
 * @param from the day from which on they hold; {@code null} for that of the list
 */
record ListedPrice(
        String provider,
        String name,
        Scalar input,
        @Nullable Scalar cached,
        Scalar output,
        @Nullable Scalar currency,
        Scalar tokens,
        @Nullable Scalar from,
        Place at) {}
