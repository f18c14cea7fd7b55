package vn.binhdang.statistics.indicator;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody defines; checked.
 *
 * @param until half open
 */
record Definition(
        String nameVi,
        String nameEn,
        String unitVi,
        String unitEn,
        Direction direction,
        Kind kind,
        @Nullable String numerator,
        @Nullable String denominator,
        int factor,
        ShareOf shareOf,
        OverUnits overUnits,
        int decimals,
        List<String> dimensions,
        String definitionVi,
        String definitionEn,
        String baseline,
        String collected,
        String responsible,
        String instrument,
        String source,
        LocalDate from,
        @Nullable LocalDate until) {

    static Definition of(IndicatorVersion version) {
        return new Definition(
                version.nameVi(),
                version.nameEn(),
                version.unitVi(),
                version.unitEn(),
                version.direction(),
                version.kind(),
                version.numerator(),
                version.denominator(),
                version.factor(),
                version.shareOf(),
                version.overUnits(),
                version.decimals(),
                version.dimensions(),
                version.definitionVi(),
                version.definitionEn(),
                version.baseline(),
                version.collected(),
                version.responsible(),
                version.instrument(),
                version.source(),
                version.from(),
                version.until());
    }

    /** How it is computed; the rest says what it is. */
    record Computed(
            Kind kind, @Nullable String numerator, @Nullable String denominator, int factor, OverUnits overUnits) {}

    Computed computed() {
        return new Computed(kind, numerator, denominator, factor, overUnits);
    }

    /** The same apart from how it is computed? */
    boolean saysTheSameAs(Definition other) {
        return with(other.computed()).equals(other);
    }

    private Definition with(Computed computed) {
        return new Definition(
                nameVi,
                nameEn,
                unitVi,
                unitEn,
                direction,
                computed.kind(),
                computed.numerator(),
                computed.denominator(),
                computed.factor(),
                shareOf,
                computed.overUnits(),
                decimals,
                dimensions,
                definitionVi,
                definitionEn,
                baseline,
                collected,
                responsible,
                instrument,
                source,
                from,
                until);
    }
}
