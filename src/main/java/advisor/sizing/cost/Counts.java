package advisor.sizing.cost;

import advisor.facts.unit.Formula.Operand;
import advisor.text.Text;

/** Operands of formulas that are plain counts. */
final class Counts {
    private static final Text DEVICES = new Text("devices", "设备数");
    private static final Text UNITS = new Text("units", "套数");
    private static final Text MONTHS_OF_A_YEAR = new Text("months of a year", "每年月数");
    private static final Text HOURS_OF_A_MONTH = new Text("hours of a month", "每月小时数");

    static final double HOURS_PER_MONTH = 730;

    /** Months of a year. */
    static final Operand YEAR = Operand.exactly(MONTHS_OF_A_YEAR, 12, "1");

    /** Hours of a month. */
    static final Operand MONTH = Operand.exactly(HOURS_OF_A_MONTH, HOURS_PER_MONTH, "h");

    private Counts() {}

    static Operand units(int units) {
        return Operand.exactly(UNITS, units, "1");
    }

    static Operand devices(int devices) {
        return Operand.exactly(DEVICES, devices, "1");
    }
}
