package vn.binhdang.organisation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Head count by sex on one day. "Unknown" is kept apart so that the parts add up to what the unit reported. */
public record SexSplit(int women, int men, int unknown) {
    public static final SexSplit NOBODY = new SexSplit(0, 0, 0);

    public SexSplit {
        if (women < 0 || men < 0 || unknown < 0)
            throw new IllegalArgumentException("negative head count: %d/%d/%d".formatted(women, men, unknown));
    }

    public static SexSplit of(Register.Sex sex, int people) {
        return switch (sex) {
            case F -> new SexSplit(people, 0, 0);
            case M -> new SexSplit(0, people, 0);
            case U -> new SexSplit(0, 0, people);
        };
    }

    public int total() {
        return women + men + unknown;
    }

    public SexSplit plus(SexSplit other) {
        return new SexSplit(women + other.women, men + other.men, unknown + other.unknown);
    }

    /**
     * Share of women in percent with one decimal, rounded half up (3 of 7 is 42.9). People of unknown sex stay in the
     * denominator, else a unit could better its share by not recording men.
     *
     * @return 0.0 to 100.0; empty when nobody was counted, which is shown as "–" and not as 0
     */
    public Optional<BigDecimal> shareOfWomen() {
        if (total() == 0) return Optional.empty();
        return Optional.of(
                BigDecimal.valueOf(100L * women).divide(BigDecimal.valueOf(total()), 1, RoundingMode.HALF_UP));
    }
}
