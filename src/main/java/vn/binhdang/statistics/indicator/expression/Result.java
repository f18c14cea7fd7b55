package vn.binhdang.statistics.indicator.expression;

import java.math.BigDecimal;

/** What a formula of numbers answers, and what stands in a cell: a number, or why there is none. */
public sealed interface Result permits Result.Value, NoValue {
    record Value(Fraction number) implements Result {
        public BigDecimal rounded(int decimals) {
            return number.toDecimal(decimals);
        }
    }

    static Result of(long whole) {
        return new Value(Fraction.of(whole));
    }

    static Result of(Fraction number) {
        return new Value(number);
    }
}
