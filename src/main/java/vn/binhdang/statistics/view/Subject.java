package vn.binhdang.statistics.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.FormId;
import vn.binhdang.statistics.PeriodKind;
import vn.binhdang.statistics.indicator.Theme;
import vn.binhdang.statistics.rollup.Measure;
import vn.binhdang.web.Text;

/**
 * What a page shows figures of: an indicator as it is defined on a day, or an element of a form as it is counted.
 *
 * @param alsoCalled its name in the other language, by which it is found too
 * @param theme of the catalogue of indicators; an element has none
 * @param unit in which it is measured: "%", "người"; empty when it says so by itself
 * @param addsBodies whether bodies that units counted are added as they were counted: a body that merged may count twice
 * @param lackKey of the sentence why there can be no figure: without a formula, with one that cannot be read, when no form
 *     asks for all it needs, or the forms that do have no period in common; null when there can be
 * @param measure null when nothing can be computed
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
        String alsoCalled,
        @Nullable Theme theme,
        String unit,
        Basis basis,
        boolean addsBodies,
        Better better,
        int decimals,
        @Nullable String lackKey,
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

    /** What it is a share or a count of, and on the map of another day that bodies are added as they were reported. */
    String basis(@Nullable LocalDate map, Text t) {
        String words = t.of(basis.messageKey());
        return map != null && addsBodies ? t.of("statistics.figure.basis.asReported", words) : words;
    }

    boolean isComputable() {
        return lackKey == null;
    }

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
