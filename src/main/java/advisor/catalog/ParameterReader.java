package advisor.catalog;

import advisor.catalog.DatedParameter.Bounds;
import advisor.catalog.yaml.Section;
import advisor.facts.Lens;
import advisor.facts.unit.Confidence;
import advisor.facts.unit.ExchangeTable;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Period;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the files of {@code parameters/}, no two of which may say the same of one day. */
final class ParameterReader {
    private final Citations citations;
    private final List<DatedParameter> known = new ArrayList<>();

    ParameterReader(Citations citations) {
        this.citations = citations;
    }

    /** The values of one file. */
    List<DatedParameter> read(Section section) {
        section.text("id");
        section.optionalLocalised("title");
        boolean overridable = section.flag("overridable", false);
        int before = known.size();
        for (Section parameter : section.sections("parameters")) {
            values(parameter, overridable);
        }
        section.done();
        return List.copyOf(known.subList(before, known.size()));
    }

    private void values(Section section, boolean overridable) {
        String id = section.text("id");
        String unit = section.text("unit");
        if (!unit.isEmpty() && ExchangeTable.isMalformed(id, unit)) {
            section.problem(
                    "unit",
                    new Text("The unit (%s) of %s must be two currencies.", "%2$s 的单位（%1$s）须为两种货币。").with(unit, id),
                    new Text("Maybe CNY/USD, for the yuan that a dollar costs?", "如 CNY/USD，即一美元合多少元。"));
        }
        Text title = section.localised("title");
        Bounds bounds = bounds(section, id, overridable);
        for (Section value : section.sections("values")) {
            DatedParameter dated = value(value, id, unit, title, overridable ? bounds : null);
            check(value, dated.parameter(), bounds);
            if (known.stream().anyMatch(dated::overlaps)) {
                value.problem(
                        "from",
                        new Text("The value of %s overlaps another one in time.", "%s 的值与另一条在时间上重叠。").with(id),
                        new Text("Maybe set \"to\"?", "可写上 to？"));
            }
            known.add(dated);
        }
        section.done();
    }

    private DatedParameter value(Section section, String id, String unit, Text title, @Nullable Bounds bounds) {
        Period period = new Period(section.date("from"), section.optionalDate("to"));
        section.optionalLocalised("note");
        Parameter parameter = new Parameter(
                id,
                range(section),
                unit,
                title,
                period.from(),
                citations.read(section, "source"),
                section.optionalText("as_printed"),
                section.optionalChoice("confidence", Confidence.class));
        DatedParameter dated =
                new DatedParameter(parameter, period, section.optionalChoice("lens", Lens.class), bounds);
        section.done();
        return dated;
    }

    /** A rate of exchange turns no amount into nothing, or into a debt. */
    private static void check(Section section, Parameter parameter, Bounds bounds) {
        boolean isRate = parameter.id().startsWith("exchange/");
        if (!bounds.accept(parameter.value()) || isRate && parameter.value() <= 0) {
            section.problem(
                    "value",
                    new Text("The value (%s) of %s is out of its bounds.", "%2$s 的值（%1$s）超出范围。")
                            .with(parameter.value(), parameter.id()),
                    isRate
                            ? new Text("It must be above 0.", "须大于 0。")
                            : new Text("See least and most.", "见 least 与 most。"));
        }
    }

    /** What a request may set must have an upper end: any slip of a digit would be taken for a wish. */
    private static Bounds bounds(Section section, String id, boolean overridable) {
        Double least = section.optionalNumber("least");
        Double most = section.optionalNumber("most");
        if (overridable && most == null && !section.has("most")) {
            section.problem(
                    "id",
                    new Text("The most of %s is missing: a request may set it.", "%s 缺少 most：请求可改设该值。").with(id),
                    new Text("Maybe ten times the value?", "可取该值的十倍。"));
        }
        Bounds bounds = new Bounds(least == null ? 0 : least, most == null ? Double.MAX_VALUE : most);
        if (bounds.least() > bounds.most()) {
            section.problem(
                    "most",
                    new Text(
                                    "The most (%s) of %s must not be below its least (%s).",
                                    "%2$s 的 most（%1$s）不得小于其 least（%3$s）。")
                            .with(bounds.most(), id, bounds.least()),
                    Text.NONE);
        }
        return bounds;
    }

    /** The value, and how far it may be off. */
    private static Interval range(Section section) {
        double value = section.number("value");
        Double low = section.optionalNumber("low");
        Double high = section.optionalNumber("high");
        double least = low == null ? value : low;
        double most = high == null ? value : high;
        if (least > value || value > most) {
            section.problem(
                    "value",
                    new Text("The value (%s) must lie between low (%s) and high (%s).", "值（%s）须在 low（%s）与 high（%s）之间。")
                            .with(value, least, most),
                    Text.NONE);
            return Interval.exactly(value);
        }
        return new Interval(least, value, most);
    }
}
