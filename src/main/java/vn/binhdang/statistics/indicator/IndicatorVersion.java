package vn.binhdang.statistics.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A definition from a day on.
 *
 * @param formula null for what is published by others, while nobody has written one, and where it cannot be read
 * @param numerator as stored, and shown where there is one
 * @param dimensions codes of those it is told apart by
 * @param official somebody compared name, unit and meaning with the source
 * @param formulaOfficial the same of the formula; until then it is a draft and shown as one
 * @param until half open; null while it holds
 */
public record IndicatorVersion(
        UUID id,
        int number,
        String nameVi,
        String nameEn,
        String unitVi,
        String unitEn,
        Direction direction,
        Kind kind,
        @Nullable Formula formula,
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
        boolean official,
        boolean formulaOfficial,
        int edition,
        LocalDate from,
        @Nullable LocalDate until) {

    public String name(String language) {
        return language.equals("en") ? nameEn : nameVi;
    }

    public String unit(String language) {
        return language.equals("en") ? unitEn : unitVi;
    }

    public String definition(String language) {
        return language.equals("en") && !definitionEn.isEmpty() ? definitionEn : definitionVi;
    }

    /** There is a formula, and it cannot be read; nothing is computed by it. */
    public boolean isFormulaUnreadable() {
        return formula == null
                && kind != Kind.GIVEN
                && numerator != null
                && (kind == Kind.AMOUNT || denominator != null);
    }

    /** Nothing of it is confirmed by itself because another part is: a draft formula of an official definition is a draft. */
    public boolean isWhollyOfficial() {
        return official && (kind == Kind.GIVEN || formulaOfficial);
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
