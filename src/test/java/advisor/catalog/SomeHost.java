package advisor.catalog;

/** A provider that no list has. */
final class SomeHost {
    static final String FILE = "offers/some-host.yaml";

    private static final String HEAD =
            """
            id: some-host
            title: {en: Some host, zh: 某服务商}
            seat: NL
            countries: [FI]
            source: inferencex-v2-2026
            from: 2026-02-01
            currency: USD
            offers:
            """;

    private SomeHost() {}

    /** @param offers the rows, a line each */
    static String with(String offers) {
        return HEAD + offers.indent(2);
    }
}
