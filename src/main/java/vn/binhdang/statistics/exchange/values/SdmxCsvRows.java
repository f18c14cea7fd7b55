package vn.binhdang.statistics.exchange.values;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.Window;
import vn.binhdang.statistics.exchange.format.AdxWriter;
import vn.binhdang.statistics.exchange.format.PeriodNames;
import vn.binhdang.statistics.exchange.format.SdmxCsvReader;
import vn.binhdang.statistics.exchange.format.Status;
import vn.binhdang.statistics.exchange.format.TimeRange;

/**
 * SDMX-CSV as rows, with the columns in which answers of forms go out: the structure names the form, UNIT and ELEMENT say
 * whose figure and which, TIME_PERIOD its days, REPORT_PERIOD the report; what is left are categories. Action D takes away.
 */
final class SdmxCsvRows implements RowReader {
    static final String TYPE = "application/vnd.sdmx.data+csv";

    private static final String KEYS = "statistics.exchange.fault.";
    private static final Pattern STRUCTURE = Pattern.compile("(?:[^:]*:)?([^:()]+)(?:\\([^()]*\\))?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}\\.\\d{1,9}");
    private static final Set<String> OTHERS = Set.of(
            "UNIT",
            "ELEMENT",
            "TIME_PERIOD",
            "REPORT_PERIOD",
            "OBS_VALUE",
            "OBS_STATUS",
            "COMMENT",
            "UNIT_MEASURE",
            "DECIMALS");

    private final SdmxCsvReader reader;
    private final Catalogue catalogue;
    private @Nullable Fault fault;

    SdmxCsvRows(InputStream in, Catalogue catalogue) throws IOException {
        reader = new SdmxCsvReader(in);
        this.catalogue = catalogue;
    }

    @Override
    public boolean next(ValueRow into) throws IOException {
        into.clear();
        fault = null;
        var item = reader.next();
        if (item.isEmpty()) return false;
        switch (item.get()) {
            case vn.binhdang.statistics.exchange.format.Fault wrong -> fault = Fault.of(wrong);
            case SdmxCsvReader.Row row -> put(row, into);
        }
        return true;
    }

    private void put(SdmxCsvReader.Row row, ValueRow into) {
        var form = form(row.structure());
        if (form.isEmpty()) {
            fault = new Fault("statistics.values.fault.form", row.structure());
            return;
        }
        var shape = form.get().shape();
        into.form = shape.code();
        into.element = row.fields().getOrDefault("ELEMENT", "");
        var categories = new TreeMap<>(row.fields());
        categories.keySet().removeAll(OTHERS);
        categories.values().removeIf(AdxWriter.TOTAL::equals);
        into.disaggregated(catalogue, categories);
        into.value = row.action().equals("D") ? "" : value(row);
        into.period = row.fields().getOrDefault("REPORT_PERIOD", "");
        var time = row.fields().get("TIME_PERIOD");
        if (time != null && !named(time, shape::window, into)) {
            fault = new Fault(KEYS + "noReport", row.place().toString(), time);
            return;
        }
        var unit = row.fields().get("UNIT");
        var period = PeriodCode.parse(into.period);
        if (unit != null && period.isPresent())
            into.unitCalled(unit, shape.window(period.get()).to());
    }

    /** As its answers go out, or by its code as it is. */
    private Optional<Catalogue.Form> form(String structure) {
        var parts = STRUCTURE.matcher(structure);
        if (!parts.matches()) return Optional.empty();
        var name = parts.group(1);
        return catalogue.forms().stream()
                .filter(form -> form.shape().code().equals(name)
                        || form.shape().datasetId().equals(name))
                .findFirst();
    }

    /** Only the very days of a report; beside them its name must be that of the same one. */
    private static boolean named(
            String time,
            java.util.function.Function<vn.binhdang.calendar.ReportingPeriod, Window> days,
            ValueRow into) {
        var period = TimeRange.parse(time)
                .flatMap(window -> PeriodNames.match(window, days))
                .filter(match -> !match.calendar())
                .map(match -> PeriodCode.text(match.period()));
        if (period.isEmpty() || !into.period.isEmpty() && !into.period.equals(period.get())) return false;
        into.period = period.get();
        return true;
    }

    private static String value(SdmxCsvReader.Row row) {
        var value = row.fields().getOrDefault("OBS_VALUE", "");
        if (NUMBER.matcher(value).matches())
            return new java.math.BigDecimal(value).stripTrailingZeros().toPlainString();
        if (!value.isEmpty()) return value;
        return Status.NOT_APPLICABLE.code().equals(row.fields().get("OBS_STATUS")) ? "NA" : "";
    }

    @Override
    public Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }
}
