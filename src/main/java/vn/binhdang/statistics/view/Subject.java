package vn.binhdang.statistics.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.FormId;
import vn.binhdang.statistics.PeriodKind;
import vn.binhdang.statistics.rollup.Measure;

/**
 * What a page shows figures of: an indicator as it is defined on a day, or an element of a form as it is counted.
 *
 * @param unit in which it is measured: "%", "người"; empty when it says so by itself
 * @param formula whether there is one, or it is counted as it is
 * @param measure null when nothing can be computed: without a formula, or when no form asks for all it needs
 * @param kinds of periods for which there can be a figure, the longest first
 * @param dimensions codes of those it is told apart by
 * @param forms that ask for its parts
 * @param official somebody compared it with its source; false for a draft
 * @param about what the page tells of its definition, each with the key of its heading
 * @param page of its definition in the catalogue; null when it has none
 */
record Subject(
        String code,
        String name,
        String unit,
        Basis basis,
        Better better,
        int decimals,
        boolean formula,
        @Nullable Measure measure,
        List<PeriodKind> kinds,
        List<String> dimensions,
        List<FormId> forms,
        boolean official,
        List<About> about,
        List<Goal> goals,
        @Nullable String page) {

    /** What a figure is a share or a count of. */
    enum Basis {
        SHARE_OF_PEOPLE,
        SHARE_OF_BODIES,
        RATIO,
        PEOPLE,
        BODIES,
        OTHER;

        String messageKey() {
            return "statistics.figure.basis." + name();
        }
    }

    /** Which way is better. */
    enum Better {
        MORE,
        LESS,
        NEITHER
    }

    /** A sentence about the definition. */
    record About(String headingKey, String text) {}

    boolean isShare() {
        return measure != null && measure.denominator() != null;
    }

    /** The target of a year for a unit: its own before that of the whole country. */
    Optional<Goal> goal(int year, UnitId unit) {
        Goal whole = null;
        for (var goal : goals) {
            if (goal.year() != year) continue;
            if (unit.equals(goal.unit())) return Optional.of(goal);
            if (goal.unit() == null) whole = goal;
        }
        return Optional.ofNullable(whole);
    }

    static LocalDate dayOf(ReportingPeriod period) {
        return period.to();
    }
}
