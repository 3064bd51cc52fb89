package advisor.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import advisor.Shipped;
import advisor.advice.Advisor;
import advisor.advice.change.Changes;
import advisor.advice.change.Explainer;
import advisor.advice.change.Explanation;
import advisor.facts.Candidate;
import advisor.facts.CostLine;
import advisor.facts.CostPart;
import advisor.facts.MemoryPart;
import advisor.facts.PowerPart;
import advisor.facts.unit.Formula;
import advisor.report.screen.Screen;
import advisor.report.words.FormulaText;
import advisor.request.Question;
import advisor.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each line of a plan of three units has a formula, and the three stand in it. */
class FormulasOfUnitsTest {
    private static final Explanation THREE = new Explainer(
                    new Advisor(Shipped.catalog(), Shipped.rules()),
                    Question.of(
                            new TreeMap<>(Map.of(
                                    "model", "llama-3.1-70b",
                                    "budget", "$400k",
                                    "jurisdiction", "US",
                                    "streams", "60",
                                    "privacy", "on-premises")),
                            Shipped.TODAY))
            .explain("h100-pcie-x2", null);
    private static final Candidate PLAN = THREE.verdict().candidate();

    @Test
    void thePlanIsOfThreeUnits() {
        assertThat(PLAN.plan().units()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"EN, 3 (units)", "ZH, 3 (套数)"})
    void everyLineOfMemoryPowerAndCostIsWorkedOutWithItsUnits(Language language, String units) {
        FormulaText text = new FormulaText(language, null);
        assertThat(formulas()).hasSizeGreaterThanOrEqualTo(14).allSatisfy(formula -> assertThat(text.of(formula))
                .contains(units));
    }

    @Test
    void noLineLacksItsFormula() {
        assertThat(THREE.memory().keySet())
                .contains(
                        MemoryPart.WEIGHTS, MemoryPart.CACHE, MemoryPart.RUNTIME, MemoryPart.TOTAL, MemoryPart.USABLE);
        assertThat(THREE.power().keySet()).containsExactly(PowerPart.DEVICES, PowerPart.MACHINES, PowerPart.ALL_IN);
        assertThat(PLAN.cost().lines())
                .extracting(CostLine::part)
                .contains(CostPart.HARDWARE, CostPart.POWER, CostPart.STAFF, CostPart.RESALE);
        assertThat(PLAN.cost().lines()).extracting(CostLine::formula).doesNotContainNull();
    }

    @Test
    void thePowerIsWhatItsFormulasGive() {
        assertThat(THREE.power().get(PowerPart.DEVICES).value().likely())
                .isCloseTo(Objects.requireNonNull(PLAN.power().devicesKilowatts()), within(1e-9));
        assertThat(THREE.power().get(PowerPart.ALL_IN).value().likely())
                .isCloseTo(Objects.requireNonNull(PLAN.power().allInKilowatts()), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"EN, POWER, devices alone", "ZH, 功率, 仅设备"})
    void thePageTellsThePower(Language language, String heading, String devices) {
        Changes none = new Changes(THREE.option(), List.of(), Map.of(), false);
        assertThat(ExplanationText.of(THREE, none, rule -> false, Screen.file(language)))
                .contains("\n" + heading + "\n  " + devices + " 2.1 kW\n");
    }

    private static List<Formula> formulas() {
        List<Formula> formulas = new ArrayList<>(THREE.memory().values());
        formulas.addAll(THREE.power().values());
        PLAN.cost().lines().forEach(line -> formulas.add(line.formula()));
        return formulas;
    }
}
