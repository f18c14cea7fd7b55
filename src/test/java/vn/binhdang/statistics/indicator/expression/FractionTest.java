package vn.binhdang.statistics.indicator.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FractionTest {
    @Test
    void a_third_three_times_is_one() {
        var third = Fraction.ONE.dividedBy(Fraction.of(3));
        assertThat(third.plus(third).plus(third)).isEqualTo(Fraction.ONE).hasSameHashCodeAs(Fraction.ONE);
        assertThat(third).hasToString("1/3");
        assertThat(third.toDecimal()).isEqualTo(new BigDecimal("0." + "3".repeat(34)));
    }

    @Test
    void half_is_rounded_away_from_zero() {
        assertThat(Fraction.of(125, 2).toDecimal(1)).isEqualTo("1.3");
        assertThat(Fraction.of(-125, 2).toDecimal(1)).isEqualTo("-1.3");
        assertThat(Fraction.of(1250).rounded(-2)).isEqualTo(Fraction.of(1300));
    }

    @Test
    void nothing_is_divided_by_zero() {
        assertThatThrownBy(() -> Fraction.ONE.dividedBy(Fraction.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    /** Numbers at the edge of the longs on purpose: there the short cut must notice that it does not suffice. */
    @Test
    void agrees_with_big_integers_for_a_hundred_thousand_random_steps() {
        var random = new Random(20_251_126);
        var mine = Fraction.ZERO;
        BigInteger over = BigInteger.ZERO;
        BigInteger under = BigInteger.ONE;
        for (int i = 0; i < 100_000; i++) {
            long a = edge(random);
            long b = edge(random) | 1;
            var other = Fraction.of(BigInteger.valueOf(a), BigInteger.valueOf(b));
            var otherOver = BigInteger.valueOf(a);
            var otherUnder = BigInteger.valueOf(b);
            switch (random.nextInt(4)) {
                case 0 -> {
                    mine = mine.plus(other);
                    over = over.multiply(otherUnder).add(otherOver.multiply(under));
                    under = under.multiply(otherUnder);
                }
                case 1 -> {
                    mine = mine.minus(other);
                    over = over.multiply(otherUnder).subtract(otherOver.multiply(under));
                    under = under.multiply(otherUnder);
                }
                case 2 -> {
                    mine = mine.times(other);
                    over = over.multiply(otherOver);
                    under = under.multiply(otherUnder);
                }
                default -> {
                    if (a == 0) continue;
                    mine = mine.dividedBy(other);
                    over = over.multiply(otherUnder);
                    under = under.multiply(otherOver);
                }
            }
            var expected = Fraction.of(over, under);
            assertThat(mine).isEqualTo(expected);
            assertThat(mine.signum()).isEqualTo(over.signum() * under.signum());
            int order = Integer.signum(over.multiply(otherUnder).compareTo(otherOver.multiply(under)))
                    * under.signum()
                    * otherUnder.signum();
            assertThat(Integer.signum(mine.compareTo(other))).isEqualTo(order);
            assertThat(Integer.signum(other.compareTo(mine))).isEqualTo(-order);
            // Start anew before the numbers fill the memory.
            if (over.bitLength() > 400 || random.nextInt(6) == 0) {
                mine = Fraction.of(a);
                over = BigInteger.valueOf(a);
                under = BigInteger.ONE;
            }
        }
    }

    private static long edge(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(-20, 20);
            case 1 -> random.nextInt();
            case 2 -> Long.MAX_VALUE - random.nextInt(3);
            case 3 -> Long.MIN_VALUE + random.nextInt(3);
            case 4 -> (1L << 31) * random.nextInt(-2, 3) + random.nextInt(-1, 2);
            default -> random.nextLong();
        };
    }
}
