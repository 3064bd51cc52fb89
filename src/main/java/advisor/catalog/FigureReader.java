package advisor.catalog;

import advisor.catalog.yaml.Section;
import advisor.facts.unit.Bytes;
import advisor.facts.unit.Confidence;
import advisor.facts.unit.Figure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the published values of one thing: each a mapping, or a list of them with the preferred one first. */
final class FigureReader {
    private final Section owner;
    private final Citations citations;
    private final List<Figure> figures = new ArrayList<>();

    FigureReader(Section owner, Citations citations) {
        this.owner = owner;
        this.citations = citations;
    }

    /** Every figure read so far. */
    List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** The preferred value of a quantity, or {@code null} if no source gives one. */
    @Nullable Double number(String key) {
        List<Section> values = owner.sections(key);
        values.forEach(value -> figures.add(figure(key, value)));
        return values.isEmpty() ? null : values.get(0).optionalNumber("value");
    }

    @Nullable Bytes gigabytes(String key) {
        Double value = number(key);
        return value == null ? null : Bytes.ofGigabytes(value);
    }

    @Nullable Bytes bytes(String key) {
        Long value = whole(key);
        return value == null ? null : new Bytes(value);
    }

    @Nullable Long whole(String key) {
        Double value = number(key);
        return value == null ? null : Math.round(value);
    }

    /** The preferred truth of a claim, {@code null} if no source makes it. */
    @Nullable Boolean flag(String key) {
        List<Section> values = owner.sections(key);
        values.forEach(value -> figures.add(figure(key, value)));
        return values.isEmpty() ? null : (Boolean) values.get(0).flag("value", false);
    }

    private Figure figure(String key, Section value) {
        Plausible.figure(value, key);
        Figure figure = new Figure(
                key,
                value.text("value"),
                citations.read(value, "source"),
                value.date("date"),
                value.optionalText("as_printed"),
                value.optionalChoice("confidence", Confidence.class),
                value.optionalLocalised("note"));
        value.done();
        return figure;
    }
}
