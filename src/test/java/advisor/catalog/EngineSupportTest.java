package advisor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.facts.machine.Engine;
import advisor.facts.machine.Engine.Runs;
import advisor.facts.model.Precision;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What the catalog answers where sources are known to say yes, to say no, or to say nothing. */
class EngineSupportTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/engines/cells.csv")
    void theCatalogKnowsWhatSourcesSay(
            String engine, String device, String precision, String model, LocalDate day, String known) {
        Engine asked = Shipped.catalog().engines().get(engine);
        Runs runs = asked.runs(
                Precision.valueOf(precision.replace('-', '_').toUpperCase(Locale.ROOT)),
                Shipped.catalog().model(model),
                Shipped.catalog().accelerators().get(device),
                day);
        assertThat(name(runs)).isEqualTo(known);
    }

    private static String name(Runs runs) {
        if (runs instanceof Runs.Since) {
            return "since";
        }
        return runs instanceof Runs.No ? "no" : "not-known";
    }
}
