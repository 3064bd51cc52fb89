package advisor.report;

import advisor.advice.Wording;
import advisor.model.Accelerator;
import advisor.model.ApiOffer;
import advisor.model.BillItem;
import advisor.model.DeploymentOption;
import advisor.model.Figure;
import advisor.model.Language;
import advisor.model.LanguageModel;
import advisor.model.Quote;
import advisor.model.Source;
import advisor.model.Text;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the catalog holds, for a terminal: lists, and single things with every value's source. */
public final class CatalogReport {
    private static final int WIDTH = 100;

    private final Language language;
    private final Wording wording;
    private final StringBuilder out = new StringBuilder();

    private CatalogReport(Language language) {
        this.language = language;
        this.wording = new Wording(language);
    }

    /** One line for each thing: id and title. */
    public static <T> String list(
            Collection<T> things, Function<T, String> id, Function<T, Text> title, Language language) {
        int width = things.stream().map(id).mapToInt(Columns::width).max().orElse(0);
        StringBuilder lines = new StringBuilder();
        for (T thing : things) {
            String text = title.apply(thing).in(language);
            lines.append(Columns.padEnd(id.apply(thing), width))
                    .append("  ")
                    .append(text)
                    .append('\n');
        }
        return lines.toString();
    }

    public static String show(Source source, Language language) {
        CatalogReport report = new CatalogReport(language);
        report.title(source.id(), source.title());
        report.field("author", source.author());
        report.field("published", source.published());
        report.field("retrieved", source.retrieved());
        report.field("grade", source.grade());
        report.field("where", source.where());
        for (Map.Entry<String, Text> place : source.places().entrySet()) {
            report.line("#" + place.getKey() + "  " + place.getValue().in(language));
        }
        return report.out.toString();
    }

    public static String show(LanguageModel model, Language language) {
        CatalogReport report = new CatalogReport(language);
        report.title(model.id(), model.title());
        report.field("released", model.released());
        report.field("native precision", model.nativePrecision().label());
        report.field("layers", model.layers());
        report.field("attention", name(model.attention().kind()));
        if (model.mixtureOfExperts()) {
            report.field("experts", model.routedExperts() + ", " + model.expertsPerToken() + " / token");
        }
        report.figures(model.figures());
        model.checkpoints()
                .forEach(checkpoint -> report.sourced(
                        "checkpoint " + checkpoint.precision().label(),
                        report.wording.bytes(checkpoint.bytes()),
                        checkpoint.source(),
                        ""));
        report.notes(model.notes());
        return report.out.toString();
    }

    public static String show(Accelerator accelerator, Language language) {
        CatalogReport report = new CatalogReport(language);
        report.title(accelerator.id(), accelerator.title());
        report.field("vendor", name(accelerator.vendor()));
        report.field("architecture", name(accelerator.architecture()));
        report.field("release year", accelerator.releaseYear());
        report.field("form factor", name(accelerator.formFactor()));
        report.field("interconnect", name(accelerator.interconnect()));
        report.figures(accelerator.figures());
        report.notes(accelerator.notes());
        return report.out.toString();
    }

    public static String show(DeploymentOption option, Language language) {
        CatalogReport report = new CatalogReport(language);
        report.title(option.id(), option.title());
        report.field("kind", name(option.kind()));
        report.field("as printed", option.asPrinted());
        if (option.devices() > 0) {
            report.field(
                    "accelerators",
                    option.devices() + " × " + option.accelerator().id());
            report.field("nodes", option.nodes());
        }
        report.field("build", name(option.build()));
        report.field("channel", name(option.channel()));
        report.field("warranty", name(option.warranty()));
        option.quotes().forEach(quote -> report.quote("price", quote));
        option.rates().forEach(rate -> report.quote("per device-hour", rate));
        option.offers().forEach(report::offer);
        option.billOfMaterials().forEach(report::bill);
        option.printedTotals().forEach(report::bill);
        report.field("documents", option.documents().isEmpty() ? null : String.join(", ", option.documents()));
        report.notes(option.notes());
        return report.out.toString();
    }

    private void figures(List<Figure> figures) {
        for (Figure figure : figures) {
            String printed = figure.asPrinted() == null ? "" : "“" + figure.asPrinted() + "”";
            sourced(figure.name(), figure.value(), figure.source() + ", " + figure.date(), printed);
        }
    }

    private void quote(String name, Quote quote) {
        String until = quote.period().to() == null ? "" : " – " + quote.period().to();
        String printed = quote.asPrinted() == null ? "" : "“" + quote.asPrinted() + "”";
        sourced(
                name,
                wording.range(quote.price()),
                quote.source() + ", " + name(quote.kind()) + ", "
                        + quote.period().from() + until,
                printed);
        Text note = quote.note();
        if (note != null) {
            Columns.wrap(note.in(language), WIDTH - 6)
                    .forEach(text -> out.append("      ").append(text).append('\n'));
        }
    }

    private void offer(ApiOffer offer) {
        String until = offer.period().to() == null ? "" : " – " + offer.period().to();
        sourced(
                offer.model(),
                wording.money(offer.input()) + " / " + wording.money(offer.output()),
                offer.source() + ", " + offer.period().from() + until,
                "");
    }

    private void bill(BillItem item) {
        String printed = item.asPrinted() == null ? "" : "“" + item.asPrinted() + "”";
        sourced(item.group() + " " + item.part(), wording.range(item.price()), item.source(), printed);
    }

    private void notes(List<Text> notes) {
        notes.forEach(note -> Columns.wrap(note.in(language), WIDTH - 4).forEach(this::line));
    }

    private void title(String id, Text title) {
        out.append(title.in(language)).append("  ").append(id).append('\n');
    }

    private void field(String name, @Nullable Object value) {
        if (value != null) {
            line(Columns.padEnd(name, 18) + value);
        }
    }

    private void sourced(String name, String value, String source, String printed) {
        String text =
                Columns.padEnd(name, 18) + value + "  [" + source + "]" + (printed.isEmpty() ? "" : " " + printed);
        Columns.wrap(text, WIDTH - 4).forEach(this::line);
    }

    private void line(String text) {
        out.append("  ").append(text).append('\n');
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
