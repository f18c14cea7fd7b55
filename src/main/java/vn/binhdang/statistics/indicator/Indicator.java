package vn.binhdang.statistics.indicator;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.binhdang.statistics.IndicatorId;
import vn.binhdang.statistics.target.Target;

/**
 * What is measured, by one code through all its definitions.
 *
 * @param versions the first one first
 * @param targets those in force, by year
 */
public record Indicator(
        IndicatorId id, String code, Theme theme, List<IndicatorVersion> versions, List<Target> targets) {

    public Indicator {
        versions = List.copyOf(versions);
        targets = List.copyOf(targets);
    }

    /**
     * The definition of a day: of those that hold an official one before a draft, then the latest. Empty before it began and
     * after it ended.
     */
    public Optional<IndicatorVersion> on(LocalDate day) {
        return versions.stream()
                .filter(version -> version.holdsOn(day))
                .max(Comparator.comparing(IndicatorVersion::official)
                        .thenComparing(IndicatorVersion::from)
                        .thenComparing(IndicatorVersion::number));
    }

    /** That of the day; where none holds, the last one there was or, before the first day, the first. */
    public IndicatorVersion nearest(LocalDate day) {
        return on(day).orElseGet(() -> day.isBefore(versions.getFirst().from()) ? versions.getFirst() : last());
    }

    /** The one written last. */
    public IndicatorVersion last() {
        return versions.getLast();
    }
}
