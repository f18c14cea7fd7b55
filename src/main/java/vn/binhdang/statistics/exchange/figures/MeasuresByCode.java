package vn.binhdang.statistics.exchange.figures;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Refused;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.indicator.expression.CellRef;
import vn.binhdang.statistics.rollup.Measure;

/** What a code in an address means: an element, alone or in a combination of categories. */
@Component
class MeasuresByCode {
    /**
     * @param day on which the definition holds
     * @throws Refused when nothing has this code
     */
    Measure measure(String code, Catalogue catalogue, LocalDate day) {
        int dot = code.indexOf('.');
        var element = catalogue.element(dot < 0 ? code : code.substring(0, dot));
        if (element.isEmpty()) throw new Refused("statistics.figures.indicator", code);
        return Measure.of(
                new CellRef(element.get().code(), dot < 0 ? "" : code.substring(dot + 1)),
                element.get().decimals());
    }
}
