package vn.binhdang.statistics.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.indicator.Indicator;
import vn.binhdang.statistics.indicator.IndicatorVersion;
import vn.binhdang.statistics.indicator.Indicators;
import vn.binhdang.statistics.indicator.OverUnits;
import vn.binhdang.statistics.indicator.expression.CellRef;

/**
 * Indicators that can be published: every count they are made of can be put through disclosure control in the same tables,
 * which tell apart by one dimension; and their formula was confirmed.
 */
@Component
class PublishedIndicators {
    private final Indicators indicators;

    PublishedIndicators(Indicators indicators) {
        this.indicators = indicators;
    }

    /** @param dimensions by which its counts are told apart: none or one */
    record Chosen(Indicator indicator, Set<String> elements, Set<String> dimensions) {}

    List<Indicator> all(Catalogue catalogue, LocalDate day) {
        return indicators.current().all().stream()
                .filter(indicator -> fits(catalogue, indicator.nearest(day)))
                .toList();
    }

    private static boolean fits(Catalogue catalogue, IndicatorVersion version) {
        var formula = version.formula();
        return formula != null
                && version.formulaOfficial()
                && version.overUnits() == OverUnits.CELLS
                && formula.isAdditive()
                && dimensions(formula.cells()).size() <= 1
                && formula.cells().stream()
                        .allMatch(cell -> !cell.combination().contains(";")
                                && catalogue
                                        .element(cell.element())
                                        .filter(element -> PublicationTables.fits(catalogue, element))
                                        .isPresent());
    }

    /** Empty when in one of the periods it cannot be published. */
    Optional<Chosen> chosen(Catalogue catalogue, Indicator indicator, List<ReportingPeriod> periods) {
        var cells = new LinkedHashSet<CellRef>();
        for (var period : periods) {
            var version = indicator.nearest(period.to());
            var formula = version.formula();
            if (formula == null || !fits(catalogue, version)) return Optional.empty();
            cells.addAll(formula.cells());
        }
        return Optional.of(new Chosen(
                indicator,
                cells.stream().map(CellRef::element).collect(Collectors.toCollection(LinkedHashSet::new)),
                dimensions(List.copyOf(cells))));
    }

    private static Set<String> dimensions(List<CellRef> cells) {
        return cells.stream()
                .map(CellRef::combination)
                .filter(combination -> !combination.isEmpty())
                .map(combination -> combination.substring(0, combination.indexOf('=')))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Each definition with the periods for which it holds. */
    List<Share> shares(List<Chosen> chosen, List<ReportingPeriod> periods) {
        var shares = new ArrayList<Share>();
        for (var one : chosen) {
            Map<IndicatorVersion, List<String>> byVersion = new LinkedHashMap<>();
            for (var period : periods)
                byVersion
                        .computeIfAbsent(one.indicator().nearest(period.to()), _ -> new ArrayList<>())
                        .add(PeriodCode.text(period));
            byVersion.forEach((version, of) -> {
                var formula = version.formula();
                if (formula != null) shares.add(Share.of(one.indicator().code(), version, formula, of));
            });
        }
        return shares;
    }
}
