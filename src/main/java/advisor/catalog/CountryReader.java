package advisor.catalog;

import advisor.catalog.yaml.Section;
import advisor.facts.law.CountryState;
import advisor.facts.law.CountryStatus;
import advisor.facts.unit.Confidence;
import advisor.facts.unit.Period;
import advisor.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the files of {@code countries/}, no two of which may say the same of one day. */
final class CountryReader {
    private final Citations citations;
    private final List<CountryStatus> known = new ArrayList<>();

    CountryReader(Citations citations) {
        this.citations = citations;
    }

    /** The statuses of one file. */
    List<CountryStatus> read(Section section) {
        section.text("id");
        section.localised("title");
        List<CountryStatus> statuses = new ArrayList<>();
        for (Section status : section.sections("statuses")) {
            CountryStatus read = status(status);
            refuseOverlap(status, read);
            known.add(read);
            statuses.add(read);
        }
        section.localisedTexts("notes");
        section.done();
        return statuses;
    }

    private CountryStatus status(Section section) {
        CountryStatus status = new CountryStatus(
                countries(section),
                section.choice("status", CountryState.class),
                new Period(section.date("from"), section.optionalDate("to")),
                citations.read(section, "source"),
                section.choice("confidence", Confidence.class),
                section.localised("note"));
        section.done();
        return status;
    }

    private static Set<String> countries(Section section) {
        List<String> codes = section.texts("countries");
        Plausible.countries(section, "countries", codes);
        return new LinkedHashSet<>(codes);
    }

    private void refuseOverlap(Section section, CountryStatus status) {
        boolean overlaps = known.stream()
                .anyMatch(other -> !Collections.disjoint(other.countries(), status.countries())
                        && other.period().overlaps(status.period()));
        if (overlaps) {
            section.problem(
                    "from",
                    new Text("The status of %s from %s overlaps an earlier one.", "%s 自 %s 起的状态与先前一条重叠。")
                            .with(
                                    String.join(", ", status.countries()),
                                    status.period().from()),
                    new Text("Maybe close the earlier one with \"to\"?", "可用 to 结束先前的一条。"));
        }
    }
}
