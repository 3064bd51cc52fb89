package advisor.facts.unit;

import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Formula.Operator;
import advisor.text.Text;

/**
 * An amount of bytes, with how it was calculated: both change together. The formula is made when it is asked for, because
 * most sizes are compared and never shown.
 */
public sealed interface Sized {

    /** The amount, not rounded. */
    double count();

    Formula formula();

    static Sized of(Text name, Bytes bytes) {
        return new Named(name, bytes.count(), "B");
    }

    static Sized of(Operand operand) {
        return new Read(operand);
    }

    /** The amount in whole bytes. */
    default Bytes bytes() {
        return new Bytes(Math.round(count()));
    }

    default Sized times(Text name, double factor) {
        return new Joined(Operator.PRODUCT, count() * factor, this, new Named(name, factor, "1"));
    }

    default Sized times(Operand factor) {
        return new Joined(Operator.PRODUCT, count() * factor.value().likely(), this, new Read(factor));
    }

    default Sized dividedBy(Text name, double divisor) {
        return new Joined(Operator.QUOTIENT, count() / divisor, this, new Named(name, divisor, "1"));
    }

    default Sized plus(Sized other) {
        return new Joined(Operator.SUM, count() + other.count(), this, other);
    }

    default Sized less(Sized other) {
        return new Joined(Operator.DIFFERENCE, count() - other.count(), this, other);
    }

    /** The larger of the two. */
    default Sized orMore(Sized other) {
        return new Joined(Operator.LARGEST, Math.max(count(), other.count()), this, other);
    }

    /** An amount as it was read. */
    record Read(Operand operand) implements Sized {
        @Override
        public double count() {
            return operand.value().likely();
        }

        @Override
        public Formula formula() {
            return operand;
        }
    }

    /** An amount that the request or the machine gives. */
    record Named(Text name, double count, String unit) implements Sized {
        public Named {
            if (!Double.isFinite(count)) {
                throw new IllegalArgumentException("%s (%s) must be a finite number.".formatted(name.en(), count));
            }
        }

        @Override
        public Formula formula() {
            return Operand.exactly(name, count, unit);
        }
    }

    /** What was made of two amounts. */
    record Joined(Operator operator, double count, Sized one, Sized other) implements Sized {
        @Override
        public Formula formula() {
            return operator.of(one.formula(), other.formula());
        }
    }
}
