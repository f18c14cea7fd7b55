package vn.binhdang.statistics.indicator.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An exact number: a whole one over a positive whole one. Thirds stay thirds until somebody prints them, so a share times
 * its denominator is its numerator again. Small ones are two longs; where those do not suffice, two big integers.
 */
public final class Fraction implements Comparable<Fraction> {
    public static final Fraction ZERO = new Fraction(0, 1);
    public static final Fraction ONE = new Fraction(1, 1);

    private static final MathContext PRINTED = new MathContext(34, RoundingMode.HALF_UP);
    private static final long[] TENS = new long[19];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) TENS[i] = TENS[i - 1] * 10;
    }

    /** Above this a result is reduced at once, lest the next step leave the longs. */
    private static final long LARGE = 1L << 31;

    private record Big(BigInteger over, BigInteger under) {}

    private final long over;
    private final long under;
    private final @Nullable Big big;

    private Fraction(long over, long under) {
        this.over = over;
        this.under = under;
        this.big = null;
    }

    private Fraction(Big big) {
        this.over = 0;
        this.under = 1;
        this.big = big;
    }

    public static Fraction of(long whole) {
        return whole == 0 ? ZERO : whole == 1 ? ONE : new Fraction(whole, 1);
    }

    /** {@code unscaled} of 10<sup>-decimals</sup>: (1234, 2) is 12.34. */
    public static Fraction of(long unscaled, int decimals) {
        if (decimals == 0) return of(unscaled);
        if (decimals < TENS.length) return new Fraction(unscaled, TENS[decimals]);
        return of(BigDecimal.valueOf(unscaled, decimals));
    }

    public static Fraction of(BigDecimal number) {
        var stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return stripped.scale() <= 0
                ? of(stripped.toBigIntegerExact(), BigInteger.ONE)
                : of(stripped.unscaledValue(), BigInteger.TEN.pow(stripped.scale()));
    }

    public static Fraction of(BigInteger over, BigInteger under) {
        if (under.signum() == 0) throw new ArithmeticException("a fraction over zero");
        var common = over.gcd(under);
        var top = over.divide(common);
        var bottom = under.divide(common);
        if (bottom.signum() < 0) {
            top = top.negate();
            bottom = bottom.negate();
        }
        return top.bitLength() < Long.SIZE - 1 && bottom.bitLength() < Long.SIZE - 1
                ? new Fraction(top.longValue(), bottom.longValue())
                : new Fraction(new Big(top, bottom));
    }

    public Fraction plus(Fraction other) {
        if (big == null && other.big == null) {
            if (under == other.under) {
                long sum = over + other.over;
                if (((over ^ sum) & (other.over ^ sum)) >= 0) return small(sum, under);
            } else {
                long left = over * other.under;
                long right = other.over * under;
                long sum = left + right;
                long bottom = under * other.under;
                if (fits(over, other.under, left)
                        && fits(other.over, under, right)
                        && fits(under, other.under, bottom)
                        && ((left ^ sum) & (right ^ sum)) >= 0) return small(sum, bottom);
            }
        }
        return of(over().multiply(other.under()).add(other.over().multiply(under())), under().multiply(other.under()));
    }

    public Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    public Fraction times(Fraction other) {
        if (big == null && other.big == null) {
            long top = over * other.over;
            long bottom = under * other.under;
            if (fits(over, other.over, top) && fits(under, other.under, bottom)) return small(top, bottom);
        }
        return of(over().multiply(other.over()), under().multiply(other.under()));
    }

    /** @throws ArithmeticException for a division by zero: who divides asks first */
    public Fraction dividedBy(Fraction other) {
        if (other.isZero()) throw new ArithmeticException("divided by zero");
        if (big == null && other.big == null) {
            long top = over * other.under;
            long bottom = under * other.over;
            if (fits(over, other.under, top)
                    && fits(under, other.over, bottom)
                    && top != Long.MIN_VALUE
                    && bottom != Long.MIN_VALUE) return bottom < 0 ? small(-top, -bottom) : small(top, bottom);
        }
        return of(over().multiply(other.under()), under().multiply(other.over()));
    }

    public Fraction negated() {
        return big == null && over != Long.MIN_VALUE ? new Fraction(-over, under) : of(over().negate(), under());
    }

    public Fraction abs() {
        return signum() < 0 ? negated() : this;
    }

    public int signum() {
        return big == null ? Long.signum(over) : big.over.signum();
    }

    public boolean isZero() {
        return signum() == 0;
    }

    /** Half is rounded away from zero, as offices do. @param decimals below zero: to tens, hundreds … */
    public Fraction rounded(int decimals) {
        return of(toDecimal(decimals));
    }

    /** The next whole number below, or above. */
    public Fraction toWhole(RoundingMode mode) {
        return of(new BigDecimal(over()).divide(new BigDecimal(under()), 0, mode));
    }

    public BigDecimal toDecimal(int decimals) {
        return new BigDecimal(over()).divide(new BigDecimal(under()), decimals, RoundingMode.HALF_UP);
    }

    /** All its digits where they end, else 34 of them. */
    public BigDecimal toDecimal() {
        var number = new BigDecimal(over()).divide(new BigDecimal(under()), PRINTED);
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    @Override
    public int compareTo(Fraction other) {
        if (big == null && other.big == null) {
            if (under == other.under) return Long.compare(over, other.over);
            long left = over * other.under;
            long right = other.over * under;
            if (fits(over, other.under, left) && fits(other.over, under, right)) return Long.compare(left, right);
        }
        return over().multiply(other.under()).compareTo(other.over().multiply(under()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fraction number && compareTo(number) == 0;
    }

    @Override
    public int hashCode() {
        var reduced = of(over(), under());
        return 31 * reduced.over().hashCode() + reduced.under().hashCode();
    }

    /** "12.5", "1/3". */
    @Override
    public String toString() {
        var reduced = of(over(), under());
        try {
            return new BigDecimal(reduced.over())
                    .divide(new BigDecimal(reduced.under()))
                    .toPlainString();
        } catch (ArithmeticException endless) {
            return reduced.over() + "/" + reduced.under();
        }
    }

    private BigInteger over() {
        return big == null ? BigInteger.valueOf(over) : big.over;
    }

    private BigInteger under() {
        return big == null ? BigInteger.valueOf(under) : big.under;
    }

    private static Fraction small(long over, long under) {
        if (under == 1) return of(over);
        if (under < LARGE && over < LARGE && over > -LARGE) return new Fraction(over, under);
        if (over == Long.MIN_VALUE) return of(BigInteger.valueOf(over), BigInteger.valueOf(under));
        long a = Math.abs(over);
        long b = under;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return new Fraction(over / a, under / a);
    }

    /** Is the product of two longs the low half of itself? */
    private static boolean fits(long a, long b, long product) {
        return Math.multiplyHigh(a, b) == product >> (Long.SIZE - 1);
    }
}
