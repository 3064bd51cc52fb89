package advisor.catalog.pricelist;

import org.jspecify.annotations.Nullable;

/** Whose list of prices a file is. */
public enum PriceListFormat {
    MODELS_DEV("models.dev", "https://models.dev/api.json"),
    LITELLM("litellm", "https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json"),
    SKYPILOT("skypilot", "https://github.com/skypilot-org/skypilot-catalog"),
    CSV("csv", null),
    XLSX("xlsx", null);

    private final String id;
    private final @Nullable String address;

    PriceListFormat(String id, @Nullable String address) {
        this.id = id;
        this.address = address;
    }

    public String id() {
        return id;
    }

    /** Where its publisher keeps it; {@code null} if it is anybody's. */
    @Nullable String address() {
        return address;
    }

    @Override
    public String toString() {
        return id;
    }
}
