package vn.binhdang.statistics.exchange.values;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.exchange.format.AdxReader;
import vn.binhdang.statistics.exchange.format.AdxValue;
import vn.binhdang.statistics.exchange.format.PeriodNames;
import vn.binhdang.statistics.exchange.format.TimeRange;

/**
 * ADX as rows: the data set is the form, the attributes of a value are its categories. A period named by the calendar is only
 * taken when the sender says that it means the report of that name; else figures of other days would come in unnoticed.
 */
final class AdxRows implements RowReader {
    static final String TYPE = "application/adx+xml";

    private static final String KEYS = "statistics.exchange.fault.";

    private final AdxReader reader;
    private final Catalogue catalogue;
    private final boolean calendar;
    private @Nullable Fault fault;

    AdxRows(InputStream in, Catalogue catalogue, boolean calendar) {
        reader = new AdxReader(in);
        this.catalogue = catalogue;
        this.calendar = calendar;
    }

    @Override
    public boolean next(ValueRow into) throws IOException {
        into.clear();
        fault = null;
        var item = reader.next();
        if (item.isEmpty()) return false;
        switch (item.get()) {
            case vn.binhdang.statistics.exchange.format.Fault wrong -> fault = Fault.of(wrong);
            case AdxValue value -> put(value, into);
        }
        return true;
    }

    private void put(AdxValue value, ValueRow into) {
        into.form = value.dataSet();
        into.element = value.element();
        into.disaggregated(catalogue, value.categories());
        into.value = value.value().stripTrailingZeros().toPlainString();
        into.unitCalled(value.unit(), value.period().to());
        var form = catalogue.form(value.dataSet());
        if (form.isEmpty()) {
            fault = new Fault("statistics.values.fault.form", value.dataSet());
            return;
        }
        var match = PeriodNames.match(value.period(), form.get().shape()::window);
        if (match.isEmpty())
            fault = new Fault(KEYS + "noReport", value.place().toString(), TimeRange.text(value.period()));
        else if (match.get().calendar() && !calendar)
            fault = new Fault(
                    KEYS + "calendar",
                    value.place().toString(),
                    TimeRange.text(value.period()),
                    TimeRange.text(form.get().shape().window(match.get().period())));
        else {
            into.period = PeriodCode.text(match.get().period());
            // a code is that of the unit on the last day of the report, not of the calendar
            into.unitCalled(
                    value.unit(),
                    form.get().shape().window(match.get().period()).to());
        }
    }

    @Override
    public Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }
}
