package advisor;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.survey.SensitivityAnalysis;
import advisor.catalog.Catalog;
import advisor.catalog.CatalogLoader;
import advisor.catalog.CatalogTexts;
import advisor.request.RequestForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A dozen options of all kinds that change with no edit of the shipped ones; parameters, countries and sources are shipped. */
final class SmallCatalog {
    private static final Path FOLDER = Path.of("src/test/resources/catalog");
    private static final List<String> SHIPPED = List.of("sources.yaml", "parameters/", "countries/");

    private static final Catalog CATALOG = CatalogLoader.load(new CatalogTexts(files()));

    private SmallCatalog() {}

    /** The advice of the shipped rules, with what is uncertain tried. */
    static Advice advise(Map<String, String> fields) {
        Advice advice = new Advisor(CATALOG, Shipped.rules()).advise(new RequestForm(fields).request(Shipped.TODAY));
        return new SensitivityAnalysis(CATALOG, Shipped.rules()).analysed(advice);
    }

    private static SortedMap<String, String> files() {
        SortedMap<String, String> files =
                new TreeMap<>(Shipped.catalog().texts().files());
        files.keySet().removeIf(name -> SHIPPED.stream().noneMatch(name::startsWith));
        try (Stream<Path> own = Files.walk(FOLDER)) {
            for (Path file : own.filter(Files::isRegularFile).toList()) {
                files.put(FOLDER.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
