package advisor.facts.unit;

import advisor.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an amount was calculated: what went into it, and what was done with that. It can be calculated again. */
public sealed interface Formula {

    /** The amount; low and high follow from the low and high ends of what went into it. */
    Interval value();

    /** All that was read for it, in the order of the formula. */
    default List<Sourced> read() {
        if (this instanceof Operand operand) {
            return operand.origin() == null ? List.of() : List.of(operand.origin());
        }
        return ((Operation) this)
                .parts().stream()
                        .flatMap(part -> part.read().stream())
                        .distinct()
                        .toList();
    }

    /**
     * A value that went in as it is.
     *
     * @param unit {@code B}, {@code kW}, {@code CNY}, {@code CNY/kWh} …; {@code 1} for a bare number
     * @param origin what it was read from; {@code null} if the request or the machine gives it, or if it is a constant
     */
    record Operand(Text name, Interval value, String unit, @Nullable Sourced origin) implements Formula {
        /** What a parameter says, with its uncertainty. */
        public static Operand of(Parameter parameter) {
            return new Operand(parameter.title(), parameter.range(), parameter.unit(), parameter);
        }

        /** What a parameter says, as if it were certain. */
        public static Operand likely(Parameter parameter) {
            return new Operand(parameter.title(), Interval.exactly(parameter.value()), parameter.unit(), parameter);
        }

        public static Operand exactly(Text name, double value, String unit) {
            return new Operand(name, Interval.exactly(value), unit, null);
        }
    }

    /** An operation on the values of other formulas. */
    record Operation(Operator operator, List<Formula> parts) implements Formula {
        @Override
        public Interval value() {
            Interval value = operator.begin(parts.get(0).value());
            for (Formula part : parts.subList(1, parts.size())) {
                value = operator.apply(value, part.value());
            }
            return value;
        }
    }

    /** What is done with values, from the first to the last. None of them is negative, save in sums. */
    enum Operator {
        SUM {
            @Override
            Interval apply(Interval one, Interval other) {
                return new Interval(one.low() + other.low(), one.likely() + other.likely(), one.high() + other.high());
            }
        },
        DIFFERENCE {
            @Override
            Interval apply(Interval one, Interval other) {
                return new Interval(one.low() - other.high(), one.likely() - other.likely(), one.high() - other.low());
            }
        },
        PRODUCT {
            @Override
            Interval apply(Interval one, Interval other) {
                return one.times(other);
            }
        },
        QUOTIENT {
            @Override
            Interval apply(Interval one, Interval other) {
                return new Interval(one.low() / other.high(), one.likely() / other.likely(), one.high() / other.low());
            }
        },
        POWER {
            @Override
            Interval apply(Interval one, Interval other) {
                return one.map(base -> Math.pow(base, other.likely()));
            }
        },
        /** The largest. */
        LARGEST {
            @Override
            Interval apply(Interval one, Interval other) {
                return one.likely() >= other.likely() ? one : other;
            }
        },
        /** The smallest. */
        SMALLEST {
            @Override
            Interval apply(Interval one, Interval other) {
                return one.likely() <= other.likely() ? one : other;
            }
        },
        /** As likely as the first, as low and as high as any. */
        SPAN {
            @Override
            Interval apply(Interval one, Interval other) {
                return new Interval(Math.min(one.low(), other.low()), one.likely(), Math.max(one.high(), other.high()));
            }
        },
        /** The low end, as if it were certain. */
        LOW_END {
            @Override
            Interval begin(Interval only) {
                return Interval.exactly(only.low());
            }
        },
        /** What is likely, as if it were certain. */
        LIKELY {
            @Override
            Interval begin(Interval only) {
                return Interval.exactly(only.likely());
            }
        },
        /** The next whole number that is no less. */
        ROUNDED_UP {
            @Override
            Interval begin(Interval only) {
                return only.map(value -> Math.ceil(value - ROUNDING));
            }
        },
        NEGATION {
            @Override
            Interval begin(Interval only) {
                return new Interval(-only.high(), -only.likely(), -only.low());
            }
        };

        /** What calculation adds to a whole number without meaning it. */
        private static final double ROUNDING = 1e-9;

        Interval begin(Interval first) {
            return first;
        }

        Interval apply(Interval one, Interval other) {
            throw new IllegalStateException("%s has one part, not (%s) and (%s).".formatted(this, one, other));
        }

        /** This operation on formulas; a product of products is one product. */
        public Formula of(Formula... parts) {
            return of(List.of(parts));
        }

        public Formula of(List<? extends Formula> parts) {
            boolean single = parts.size() == 1
                    && begin(parts.get(0).value()).equals(parts.get(0).value());
            return single ? parts.get(0) : new Operation(this, flat(parts));
        }

        private List<Formula> flat(List<? extends Formula> parts) {
            boolean joins = this == SUM || this == PRODUCT || this == SPAN;
            List<Formula> flat = new ArrayList<>();
            for (Formula part : parts) {
                if (joins && part instanceof Operation operation && operation.operator() == this) {
                    flat.addAll(operation.parts());
                } else {
                    flat.add(part);
                }
            }
            return List.copyOf(flat);
        }
    }
}
