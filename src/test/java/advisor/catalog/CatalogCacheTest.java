package advisor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advisor.Shipped;
import advisor.cache.Cache;
import advisor.cache.CacheKey;
import advisor.cache.CacheKey.Kind;
import advisor.cache.Kept;
import advisor.text.LoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog from the cache is that of the files. */
class CatalogCacheTest {
    @TempDir
    Path temporary;

    private Cache cache;

    @BeforeEach
    void emptyCache() {
        cache = Cache.in(temporary.resolve("cache"));
    }

    @Test
    void theKeptCatalogIsTheSame() {
        Catalog made = CatalogLoader.load(Shipped.CATALOG, cache);
        assertThat(cache.contents().entries().get(Kind.CATALOG).count()).isEqualTo(1);
        assertThat(made).isEqualTo(Shipped.catalog());
        assertThat(CatalogLoader.load(Shipped.CATALOG, cache)).isEqualTo(Shipped.catalog());
    }

    @Test
    void anEntryThatMakesNoSenseIsMadeAnew() {
        CacheKey key = CacheKey.of(Kind.CATALOG, Shipped.catalog().sha256());
        byte[] nonsense = {0, 0, 0, 1, 0, 0, 0, 0};
        cache.write(key, nonsense);
        assertThat(CatalogLoader.load(Shipped.CATALOG, cache)).isEqualTo(Shipped.catalog());
        assertThat(cache.read(key)).isNotNull().extracting(Kept::content).isNotEqualTo(nonsense);
    }

    @Test
    void anotherTextIsReadAnewAndAFaultIsToldEachTime() throws IOException {
        Path copy = copy();
        CatalogLoader.load(copy, cache);
        Path file = copy.resolve("options/h20-x8.yaml");
        String text = Files.readString(file);
        Files.writeString(file, text + "\nnonsense: 1\n");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> CatalogLoader.load(copy, cache))
                    .isInstanceOf(LoadException.class)
                    .hasMessageContaining("catalog/options/h20-x8.yaml:%s:1: The key (nonsense)"
                            .formatted((text + "\nnonsense: 1\n").lines().count()));
        }
        Files.writeString(file, text + "\n: : :\n");
        assertThatThrownBy(() -> CatalogLoader.load(copy, cache)).hasMessageContaining("not valid YAML");
    }

    private Path copy() throws IOException {
        Path copy = temporary.resolve("catalog");
        try (Stream<Path> files = Files.walk(Shipped.CATALOG)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(Shipped.CATALOG.relativize(file).toString()));
            }
        }
        return copy;
    }
}
