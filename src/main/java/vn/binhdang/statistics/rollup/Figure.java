package vn.binhdang.statistics.rollup;

import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.indicator.expression.Result;

/**
 * One answer, with what it rests on.
 * @param measure its place in the question
 * @param category the category it is restricted to, "SEX=F"; empty for all
 * @param denominator null when it is not a ratio
 * @param reported how many answers it rests on, of units in the parts of the period
 * @param expected how many there should be
 * @param estimated some of it was shared out by recorded shares
 */
public record Figure(
        int measure,
        String category,
        UnitId unit,
        ReportingPeriod period,
        Result value,
        Result numerator,
        @Nullable Result denominator,
        long reported,
        long expected,
        boolean estimated) {}
