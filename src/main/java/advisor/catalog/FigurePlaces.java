package advisor.catalog;

import advisor.catalog.yaml.Problems;
import advisor.catalog.yaml.YamlFile;
import advisor.catalog.yaml.YamlNode;
import advisor.catalog.yaml.YamlNode.Mapping;
import advisor.catalog.yaml.YamlNode.Place;
import advisor.catalog.yaml.YamlNode.Scalar;
import advisor.catalog.yaml.YamlNode.Sequence;
import advisor.facts.offer.ApiOffer;
import advisor.facts.offer.DatedFigure;
import advisor.facts.offer.Quote;
import advisor.facts.unit.Figure;
import advisor.facts.unit.Money;
import advisor.facts.unit.Parameter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the dated figures of a catalog stand in its files. */
public final class FigurePlaces {
    private static final List<String> OWNERS = List.of("accelerators", "models", "options", CatalogTexts.OFFERS);

    private final CatalogTexts texts;
    private final Map<String, YamlNode> documents = new TreeMap<>();

    public FigurePlaces(Catalog catalog) {
        this.texts = catalog.texts();
    }

    /** {@code catalog/options/h20-x8.yaml:20}; empty if it stands nowhere. */
    public String of(DatedFigure figure) {
        boolean parameter = figure.read() instanceof Parameter;
        Stream<String> files = parameter
                ? texts.in("parameters").stream()
                : OWNERS.stream().flatMap(folder -> texts.in(folder).stream()).filter(name -> CatalogFiles.idOf(name)
                        .equals(figure.owner()));
        return files.map(this::document)
                .flatMap(document -> parameter ? ofParameter(document, figure) : within("", document))
                .filter(entry -> isOf(entry, figure))
                .map(entry -> entry.mapping().at())
                .map(FigurePlaces::shown)
                .findFirst()
                .orElse("");
    }

    /**
     * A mapping of a document.
     *
     * @param key under which it stands, or the list that it stands in
     */
    private record Entry(String key, Mapping mapping) {
        boolean says(String name, @Nullable String value) {
            return mapping.values().get(name) instanceof Scalar scalar
                    && scalar.text().equals(value);
        }

        boolean costs(String name, Money price) {
            return mapping.values().get(name) instanceof Scalar scalar
                    && Money.of(Double.parseDouble(scalar.text()), price.currency())
                            .equals(price);
        }

        /** Whether it names this release, or none. */
        boolean serves(@Nullable String release) {
            String key = "serves";
            return release == null ? !mapping.values().containsKey(key) : says(key, release);
        }

        /** Whether it says so, or says nothing of it. */
        boolean leaves(String name, String value) {
            return !mapping.values().containsKey(name) || says(name, value);
        }
    }

    private static Stream<Entry> ofParameter(YamlNode document, DatedFigure figure) {
        return within("", document)
                .filter(entry -> entry.key().equals("parameters") && entry.says("id", figure.owner()))
                .flatMap(entry -> within("", entry.mapping()));
    }

    private static boolean isOf(Entry entry, DatedFigure figure) {
        String day = figure.day().toString();
        if (figure.read() instanceof Figure read) {
            return entry.key().equals(figure.name()) && entry.says("value", read.value()) && entry.says("date", day);
        }
        if (figure.read() instanceof ApiOffer offer) {
            return entry.says("model", offer.listedAs() == null ? offer.model() : offer.listedAs())
                    && entry.serves(offer.serves())
                    && entry.costs("input", offer.input())
                    && entry.costs("output", offer.output())
                    && entry.leaves("from", day)
                    && entry.leaves("source", offer.source());
        }
        return entry.says("from", day)
                && entry.says("source", figure.source())
                && (!(figure.read() instanceof Quote)
                        || entry.mapping().values().containsKey("price"));
    }

    private YamlNode document(String name) {
        return documents.computeIfAbsent(name, file -> {
            YamlNode read = YamlFile.read(texts.label(file), texts.files().getOrDefault(file, ""), new Problems());
            return read == null ? new Scalar("", new Place(texts.label(file), 1, 1)) : read;
        });
    }

    /** Every mapping of a node, itself before what it holds. */
    private static Stream<Entry> within(String key, YamlNode node) {
        if (node instanceof Sequence list) {
            return list.items().stream().flatMap(item -> within(key, item));
        }
        return node instanceof Mapping mapping
                ? Stream.concat(
                        Stream.of(new Entry(key, mapping)),
                        mapping.values().entrySet().stream().flatMap(value -> within(value.getKey(), value.getValue())))
                : Stream.empty();
    }

    private static String shown(Place at) {
        return at.file() + ":" + at.line();
    }
}
