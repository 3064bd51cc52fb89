package advisor.facts.offer;

import advisor.facts.unit.Confidence;
import advisor.facts.unit.Figure;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Sourced;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the catalog that was true on a day.
 *
 * @param owner id of the device, model or option; of a parameter its own
 * @param name {@code memory_gb}, {@code price}, the model of a hosted offer, {@code value} of a parameter
 * @param day on which it was published or read, or from which it holds
 * @param confidence {@code null} if none is stated
 */
public record DatedFigure(
        String owner, String name, LocalDate day, String source, @Nullable Confidence confidence, Sourced read) {

    /** Whether two are one figure; copies of it may differ in what was made of it. */
    public record Key(String owner, String name, LocalDate day, String source, String price) {}

    public Key key() {
        return new Key(owner, name, day, source, read instanceof ApiOffer offer ? prices(offer) : "");
    }

    /** A provider may sell one model at several prices, and several releases of it. */
    private static String prices(ApiOffer offer) {
        return offer.input() + " " + offer.output() + " " + offer.serves();
    }

    /**
     * What was read as a figure; empty for what has no day.
     *
     * @param owner of anything but a parameter
     */
    public static Optional<DatedFigure> of(String owner, Sourced read) {
        if (read instanceof Figure figure) {
            return Optional.of(
                    new DatedFigure(owner, figure.name(), figure.date(), figure.source(), figure.confidence(), figure));
        }
        if (read instanceof Quote quote) {
            return Optional.of(
                    new DatedFigure(owner, "price", quote.period().from(), quote.source(), quote.confidence(), quote));
        }
        if (read instanceof ApiOffer offer) {
            return Optional.of(new DatedFigure(
                    owner, offer.model(), offer.period().from(), offer.source(), offer.confidence(), offer));
        }
        return read instanceof Parameter parameter
                ? Optional.of(new DatedFigure(
                        parameter.id(),
                        "value",
                        parameter.from(),
                        parameter.source(),
                        parameter.confidence(),
                        parameter))
                : Optional.empty();
    }

    /** The first of each quantity, which is the one that counts. */
    public static Stream<DatedFigure> preferred(String owner, List<Figure> figures) {
        return figures.stream()
                .filter(figure -> figures.stream()
                        .filter(other -> other.name().equals(figure.name()))
                        .findFirst()
                        .filter(figure::equals)
                        .isPresent())
                .flatMap(figure -> of(owner, figure).stream());
    }
}
