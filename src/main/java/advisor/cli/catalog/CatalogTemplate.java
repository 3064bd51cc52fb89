package advisor.cli.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The texts that new files of a catalog begin with. */
final class CatalogTemplate {
    private CatalogTemplate() {}

    static String of(String kind) {
        try (InputStream in = CatalogTemplate.class.getResourceAsStream(kind + ".yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
