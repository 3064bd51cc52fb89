package advisor.catalog;

import advisor.catalog.yaml.Section;
import advisor.facts.law.Buyer;
import advisor.facts.law.ExportGate;
import advisor.facts.law.ExportLevel;
import advisor.facts.law.ExportState;
import advisor.facts.law.ExportStatus;
import advisor.facts.unit.Period;
import advisor.text.Ids;
import advisor.text.NearestName;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the files of {@code export/}, no two of which may say the same of one day. */
final class ExportReader {
    private static final String ANY_BUYER = "any";

    private final Set<String> accelerators;
    private final Citations citations;
    private final List<ExportStatus> known = new ArrayList<>();

    ExportReader(Set<String> accelerators, Citations citations) {
        this.accelerators = accelerators;
        this.citations = citations;
    }

    /** The statuses of one file. */
    List<ExportStatus> read(Section section) {
        section.text("id");
        section.localised("title");
        ExportGate gate = section.choice("gate", ExportGate.class);
        List<ExportStatus> statuses = new ArrayList<>();
        for (Section status : section.sections("statuses")) {
            List<ExportStatus> read = statuses(status, gate);
            read.forEach(one -> refuseOverlap(status, one));
            known.addAll(read);
            statuses.addAll(read);
        }
        section.localisedTexts("notes");
        section.done();
        return statuses.stream()
                .map(status -> status.heldSince(begin(status, statuses)))
                .toList();
    }

    private List<ExportStatus> statuses(Section section, ExportGate gate) {
        section.optionalText("confidence");
        Set<String> jurisdictions = new LinkedHashSet<>(section.texts("jurisdictions"));
        checkCountries(section, jurisdictions);
        Set<Buyer> buyers = buyers(section);
        ExportState state = section.choice("status", ExportState.class);
        Period period = new Period(section.date("from"), section.optionalDate("to"));
        String source = citations.read(section, "source");
        var note = section.localised("note");
        ExportLevel level = section.optionalChoice("class", ExportLevel.class);
        List<String> parts = level == null ? parts(section) : List.of("");
        List<ExportStatus> statuses = parts.stream()
                .map(part -> new ExportStatus(
                        gate, part, level, jurisdictions, buyers, state, period, source, period.from(), note))
                .toList();
        section.done();
        return statuses;
    }

    /** A name that is no code would concern nobody, and so lift a bar without a word. */
    private static void checkCountries(Section section, Set<String> jurisdictions) {
        Plausible.countries(
                section,
                "jurisdictions",
                jurisdictions.stream()
                        .filter(code -> !code.equals(ExportStatus.ANY_JURISDICTION))
                        .toList());
    }

    /** The first day of those that say the same of the same and follow each other without a break. */
    private static LocalDate begin(ExportStatus status, List<ExportStatus> all) {
        return all.stream()
                .filter(other -> haveOneSubject(other, status) && other.state() == status.state())
                .filter(other -> other.buyers().containsAll(status.buyers())
                        && other.jurisdictions().containsAll(status.jurisdictions()))
                .filter(other -> status.period().from().equals(other.period().to()))
                .findFirst()
                .map(earlier -> begin(earlier, all))
                .orElse(status.period().from());
    }

    /** Whether both speak of the same part, or of the same class. */
    private static boolean haveOneSubject(ExportStatus one, ExportStatus other) {
        return one.accelerator().equals(other.accelerator()) && one.level() == other.level();
    }

    private List<String> parts(Section section) {
        List<String> parts = section.texts("parts");
        for (String part : parts) {
            if (!accelerators.contains(part)) {
                section.problem(
                        "parts",
                        new Text("The accelerator (%s) is not in the catalog.", "目录中没有加速卡（%s）。").with(part),
                        NearestName.hintText(part, accelerators));
            }
        }
        return parts;
    }

    private static Set<Buyer> buyers(Section section) {
        return section.texts("buyers").contains(ANY_BUYER)
                ? EnumSet.allOf(Buyer.class)
                : section.choices("buyers", Buyer.class);
    }

    private void refuseOverlap(Section section, ExportStatus status) {
        boolean overlaps = known.stream()
                .anyMatch(other -> other.gate() == status.gate()
                        && haveOneSubject(other, status)
                        && !Collections.disjoint(other.buyers(), status.buyers())
                        && !Collections.disjoint(other.jurisdictions(), status.jurisdictions())
                        && other.period().overlaps(status.period()));
        if (overlaps) {
            String subject = status.level() == null ? status.accelerator() : Ids.of(status.level());
            section.problem(
                    "from",
                    new Text(
                                    "The status of %s from %s overlaps an earlier one of the same gate, jurisdiction and buyer.",
                                    "%s 自 %s 起的状态与同一关口、法域、买方的先前一条重叠。")
                            .with(subject, status.period().from()),
                    new Text("Maybe close the earlier one with \"to\"?", "可用 to 结束先前的一条。"));
        }
    }
}
