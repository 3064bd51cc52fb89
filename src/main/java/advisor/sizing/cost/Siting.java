package advisor.sizing.cost;

import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Formula.Operator;
import advisor.text.Text;
import java.util.function.Supplier;

/**
 * Where the devices of a plan stand: the first two of those that are made for it under a desk, the others in a room.
 *
 * @param deskShare of the devices, those under a desk
 */
record Siting(double deskShare) {
    private static final Text DESK = new Text("share of the devices under a desk", "桌面设备所占比例");
    private static final Text ROOM = new Text("share of the devices in a room", "机房设备所占比例");

    static Siting of(DeploymentOption option, int units) {
        return new Siting(option.deskShare(units));
    }

    /** What holds for a device on the mean. */
    Formula mean(Supplier<Formula> underDesk, Supplier<Formula> inRoom) {
        if (deskShare == 0) {
            return inRoom.get();
        }
        return deskShare == 1
                ? underDesk.get()
                : Operator.SUM.of(
                        Operator.PRODUCT.of(Operand.exactly(DESK, deskShare, "1"), underDesk.get()),
                        Operator.PRODUCT.of(Operand.exactly(ROOM, 1 - deskShare, "1"), inRoom.get()));
    }
}
