package advisor.report.text;

import advisor.facts.offer.ApiOffer;
import advisor.facts.offer.DatedFigure;
import advisor.facts.offer.Quote;
import advisor.facts.unit.Confidence;
import advisor.facts.unit.Figure;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Parameter;
import advisor.report.json.JsonReport;
import advisor.report.screen.Columns;
import advisor.report.screen.Screen;
import advisor.text.Ids;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import advisor.workshop.StaleFigure;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The figures of a catalog by how much rests on them, as text and as JSON. */
public final class StaleText {
    private static final int NUMBER = 9;
    private static final int CONFIDENCE = 19;
    private static final String BELOW = " ".repeat(2 * NUMBER + 2 + CONFIDENCE);

    private final Screen screen;
    private final Phrases phrases;
    private final Wording wording;

    private StaleText(Screen screen) {
        this.screen = screen;
        this.phrases = new Phrases(screen.language());
        this.wording = new Wording(screen.language());
    }

    /**
     * Two lines a figure.
     *
     * @param places where a figure stands
     * @param all whether those are shown on which no request rests
     */
    public static String of(
            StaleFigure.Survey survey,
            LocalDate day,
            Function<DatedFigure, String> places,
            boolean all,
            Screen screen) {
        StaleText text = new StaleText(screen);
        StringBuilder out = new StringBuilder();
        out.append(text.sum(survey, day)).append("\n\n").append(text.head()).append('\n');
        survey.figures().stream()
                .filter(stale -> all || stale.requests() > 0)
                .forEach(stale -> out.append(text.lines(stale, places.apply(stale.figure()))));
        survey.refused().forEach(why -> out.append(text.phrases.say("stale.refused", why.in(screen.language())))
                .append('\n'));
        return out.toString();
    }

    /** Schema {@code catalog-stale/1}: every figure. */
    public static String json(StaleFigure.Survey survey, LocalDate day, Function<DatedFigure, String> places) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("schema", "catalog-stale/1")
                .put("asOf", day.toString())
                .put("requests", survey.requests());
        ArrayNode refused = node.putArray("refused");
        survey.refused().forEach(why -> refused.add(why.en()));
        ArrayNode figures = node.putArray("figures");
        StaleText english = new StaleText(Screen.file(Language.EN));
        survey.figures().forEach(stale -> {
            DatedFigure figure = stale.figure();
            Confidence confidence = figure.confidence();
            figures.addObject()
                    .put("owner", figure.owner())
                    .put("name", figure.name())
                    .put("value", english.value(figure))
                    .put("date", figure.day().toString())
                    .put("days", stale.days())
                    .put("confidence", confidence == null ? null : Ids.of(confidence))
                    .put("requests", stale.requests())
                    .put("place", places.apply(figure))
                    .put("source", figure.source());
        });
        return JsonReport.print(node);
    }

    private String sum(StaleFigure.Survey survey, LocalDate day) {
        long deciding =
                survey.figures().stream().filter(stale -> stale.requests() > 0).count();
        return phrases.say("stale.sum", survey.requests(), survey.figures().size(), deciding, day);
    }

    private String head() {
        return Columns.padStart(phrases.say("stale.requests"), NUMBER)
                + Columns.padStart(phrases.say("stale.days"), NUMBER)
                + "  "
                + Columns.padEnd(phrases.say("stale.confidence"), CONFIDENCE)
                + phrases.say("stale.figure");
    }

    private String lines(StaleFigure stale, String place) {
        DatedFigure figure = stale.figure();
        String name = figure.read() instanceof Parameter ? figure.owner() : figure.owner() + " " + name(figure);
        return Columns.padStart(Integer.toString(stale.requests()), NUMBER)
                + Columns.padStart(Long.toString(stale.days()), NUMBER)
                + "  "
                + Columns.padEnd(confidence(figure.confidence()), CONFIDENCE)
                + cell(name + " = " + value(figure))
                + BELOW + cell(place + " · " + figure.source());
    }

    /** What stands in the last column goes on under itself. */
    private String cell(String text) {
        return String.join("\n" + BELOW, Columns.wrap(text, screen.columns() - BELOW.length())) + "\n";
    }

    private String name(DatedFigure figure) {
        if (figure.read() instanceof Figure) {
            return phrases.say("figure." + figure.name());
        }
        return figure.read() instanceof Quote quote ? phrases.choice(quote.kind()) : figure.name();
    }

    private String confidence(@Nullable Confidence confidence) {
        return confidence == null ? "–" : phrases.choice(confidence);
    }

    private String value(DatedFigure figure) {
        if (figure.read() instanceof Quote quote) {
            return wording.range(quote.price());
        }
        if (figure.read() instanceof ApiOffer offer) {
            return phrases.say("offer", wording.money(offer.input()), wording.money(offer.output()));
        }
        return figure.read() instanceof Parameter parameter
                ? interval(parameter.range()) + phrases.unit(parameter.unit())
                : ((Figure) figure.read()).value();
    }

    private String interval(Interval range) {
        String likely = wording.precise(range.likely());
        return range.low() == range.high()
                ? likely
                : "%s [%s–%s]".formatted(likely, wording.precise(range.low()), wording.precise(range.high()));
    }
}
