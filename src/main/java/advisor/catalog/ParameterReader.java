package advisor.catalog;

import advisor.model.Lens;
import advisor.model.Parameter;
import advisor.model.Period;
import advisor.model.Text;
import java.util.ArrayList;
import java.util.List;

/** Reads one file of {@code parameters/}. */
final class ParameterReader {
    private final Citations citations;

    ParameterReader(Citations citations) {
        this.citations = citations;
    }

    List<DatedParameter> read(Section section) {
        section.text("id");
        section.optionalLocalised("title");
        List<DatedParameter> values = new ArrayList<>();
        for (Section parameter : section.sections("parameters")) {
            values(parameter, values);
        }
        section.done();
        return values;
    }

    private void values(Section section, List<DatedParameter> known) {
        String id = section.text("id");
        String unit = section.text("unit");
        Text title = section.localised("title");
        for (Section value : section.sections("values")) {
            DatedParameter dated = value(value, id, unit, title);
            if (known.stream().anyMatch(dated::overlaps)) {
                value.problem(
                        "from", "The value of %s overlaps another one in time.".formatted(id), "Maybe set \"to\"?");
            }
            known.add(dated);
        }
        section.done();
    }

    private DatedParameter value(Section section, String id, String unit, Text title) {
        Period period = new Period(section.date("from"), section.optionalDate("to"));
        section.optionalText("confidence");
        section.optionalText("as_printed");
        section.optionalLocalised("note");
        Parameter parameter = new Parameter(
                id, section.number("value"), unit, title, period.from(), citations.read(section, "source"));
        DatedParameter dated = new DatedParameter(parameter, period, section.optionalChoice("lens", Lens.class));
        section.done();
        return dated;
    }
}
