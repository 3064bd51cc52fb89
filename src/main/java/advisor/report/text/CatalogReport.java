package advisor.report.text;

import advisor.facts.machine.Accelerator;
import advisor.facts.model.Checkpoint;
import advisor.facts.model.LanguageModel;
import advisor.facts.offer.ApiOffer;
import advisor.facts.offer.BillItem;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.offer.Quote;
import advisor.facts.unit.Figure;
import advisor.facts.unit.Period;
import advisor.facts.unit.Source;
import advisor.report.screen.Columns;
import advisor.report.screen.Screen;
import advisor.text.Text;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** What the catalog holds, for a terminal: lists, and single things with every value's source. */
public final class CatalogReport {
    private final Screen screen;
    private final Phrases phrases;
    private final Wording wording;

    public CatalogReport(Screen screen) {
        this.screen = screen;
        this.phrases = new Phrases(screen.language());
        this.wording = new Wording(screen.language());
    }

    /** One line for each thing: id and title. */
    public <T> String list(Collection<T> things, Function<T, String> id, Function<T, Text> title) {
        int width = things.stream().map(id).mapToInt(Columns::width).max().orElse(0);
        StringBuilder lines = new StringBuilder();
        for (T thing : things) {
            List<String> titles = Columns.wrap(title.apply(thing).in(screen.language()), screen.columns() - width - 2);
            lines.append(Columns.padEnd(id.apply(thing), width + 2))
                    .append(String.join("\n" + " ".repeat(width + 2), titles))
                    .append('\n');
        }
        return lines.toString();
    }

    public String show(Source source) {
        Sheet sheet = new Sheet(screen, source.id(), source.title())
                .field("author", source.author())
                .field("published", source.published())
                .field("retrieved", source.retrieved())
                .field("grade", source.grade())
                .field("where", source.where())
                .field("address", source.address());
        source.places().forEach((anchor, place) -> sheet.entry("#" + anchor, place.in(screen.language())));
        return sheet.text();
    }

    public String show(LanguageModel model) {
        Sheet sheet = new Sheet(screen, model.id(), model.title())
                .field("released", model.released())
                .field("native-precision", model.nativePrecision().label())
                .field("layers", model.layers())
                .choice("attention", model.attention().kind())
                .field("experts", experts(model))
                .field("context", model.contextTokens());
        figures(sheet, model.figures());
        model.checkpoints().forEach(checkpoint -> checkpoint(sheet, checkpoint));
        sheet.notes(model.notes());
        return sheet.text();
    }

    public String show(Accelerator accelerator) {
        Sheet sheet = new Sheet(screen, accelerator.id(), accelerator.title())
                .field("vendor", accelerator.vendor())
                .field("architecture", accelerator.architecture())
                .field("release-year", accelerator.releaseYear())
                .choice("form-factor", accelerator.formFactor())
                .choice("interconnect", accelerator.interconnect());
        figures(sheet, accelerator.figures());
        sheet.notes(accelerator.notes());
        return sheet.text();
    }

    public String show(DeploymentOption option) {
        Sheet sheet = new Sheet(screen, option.id(), option.title())
                .choice("kind", option.kind())
                .field("as-printed", option.asPrinted())
                .field("accelerators", accelerators(option))
                .field("nodes", option.nodes() == 0 ? null : option.nodes())
                .choice("build", option.build())
                .choice("channel", option.channel())
                .choice("warranty", option.warranty());
        option.quotes().forEach(quote -> quote(sheet, phrases.say("label.price"), quote));
        option.rates().forEach(rate -> quote(sheet, phrases.say("label.device-hour"), rate));
        option.offers().forEach(offer -> offer(sheet, offer));
        bill(sheet, option);
        sheet.field("documents", option.documents().isEmpty() ? null : String.join(", ", option.documents()));
        sheet.notes(option.notes());
        return sheet.text();
    }

    private static String experts(LanguageModel model) {
        return model.mixtureOfExperts() ? model.routedExperts() + " / " + model.expertsPerToken() : "0";
    }

    private static @org.jspecify.annotations.Nullable String accelerators(DeploymentOption option) {
        return option.devices() == 0
                ? null
                : option.devices() + " × " + option.accelerator().id();
    }

    private void figures(Sheet sheet, List<Figure> figures) {
        for (Figure figure : figures) {
            String date = ", " + figure.date();
            sheet.sourced(
                    phrases.say("figure." + figure.name()), figure.value(), figure.source() + date, figure.asPrinted());
            sheet.note(figure.note());
        }
    }

    private void checkpoint(Sheet sheet, Checkpoint checkpoint) {
        String label =
                phrases.say("label.checkpoint") + " " + checkpoint.precision().label();
        String size =
                wording.bytes(checkpoint.bytes()) + " (" + checkpoint.bytes().count() + " B)";
        sheet.sourced(label, size, checkpoint.source(), null);
    }

    private void quote(Sheet sheet, String label, Quote quote) {
        String source = quote.source() + ", " + phrases.choice(quote.kind()) + ", " + phrases.choice(quote.confidence())
                + ", " + period(quote.period());
        sheet.sourced(label, wording.range(quote.price()), source, quote.asPrinted());
        sheet.note(quote.note());
    }

    private void offer(Sheet sheet, ApiOffer offer) {
        String price = phrases.say("offer", wording.money(offer.input()), wording.money(offer.output()));
        sheet.sourced(offer.model(), price, offer.source() + ", " + period(offer.period()), null);
        String served = offer.serves();
        sheet.note(served == null ? null : new Text(served, served));
        sheet.note(offer.note());
    }

    private static String period(Period period) {
        return period.to() == null ? period.from() + " –" : period.from() + " – " + period.to();
    }

    /** The rows of a bill, the sum that they give, and the sums that the document prints. */
    private void bill(Sheet sheet, DeploymentOption option) {
        option.billOfMaterials().forEach(row -> row(sheet, phrases.say("part." + row.part()), row));
        if (option.billedHardware() != null) {
            sheet.entry(phrases.say("label.rows-sum"), wording.range(option.billedHardware()));
        }
        option.printedTotals().forEach(row -> row(sheet, phrases.say("printed." + row.group()), row));
    }

    private void row(Sheet sheet, String label, BillItem row) {
        sheet.sourced(label, wording.range(row.price()), row.source(), row.asPrinted());
    }
}
