package vn.binhdang.statistics.exchange.figures;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Refused;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.indicator.Indicators;
import vn.binhdang.statistics.indicator.expression.CellRef;
import vn.binhdang.statistics.rollup.Measure;

/** What a code in an address means: an indicator, else an element, alone or in a combination of categories. */
@Component
class MeasuresByCode {
    private final Indicators indicators;

    MeasuresByCode(Indicators indicators) {
        this.indicators = indicators;
    }

    /**
     * @param day whose definition is wanted
     * @throws Refused when nothing has this code, or sums do not know it
     */
    Measure measure(String code, Catalogue catalogue, LocalDate day) {
        var indicator = indicators.current().find(code);
        if (indicator.isPresent())
            return Measure.of(code, indicator.get().nearest(day))
                    .orElseThrow(() -> new Refused("statistics.figures.noFormula", code));
        int dot = code.indexOf('.');
        var element = catalogue.element(dot < 0 ? code : code.substring(0, dot));
        if (element.isEmpty()) throw new Refused("statistics.figures.indicator", code);
        return Measure.of(
                new CellRef(element.get().code(), dot < 0 ? "" : code.substring(dot + 1)),
                element.get().decimals());
    }
}
