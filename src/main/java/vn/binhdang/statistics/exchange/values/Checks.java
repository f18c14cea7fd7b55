package vn.binhdang.statistics.exchange.values;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.CodeSpan;
import vn.binhdang.organisation.UnitHistory;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.CellState;
import vn.binhdang.statistics.FormShape;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.PeriodKind;
import vn.binhdang.statistics.Window;
import vn.binhdang.statistics.rollup.UnitsSeen;

/**
 * Checks rows one by one and gathers the good ones by submission. What rows repeat is looked up once: a form with its
 * period, the unit, the place of an element.
 */
final class Checks {
    /** The rows of one form for one period. */
    static final class Target {
        final Catalogue.Form form;
        final ReportingPeriod period;
        final Window window;
        final Map<UnitId, Batch> batches = new LinkedHashMap<>();
        private final Map<String, Object> units = new HashMap<>();

        Target(Catalogue.Form form, ReportingPeriod period) {
            this.form = form;
            this.period = period;
            window = form.shape().window(period);
        }
    }

    /** A row cannot be taken: a key of the messages and what it is about. */
    record Fault(String key, Object... about) {}

    private final Catalogue catalogue;
    private final UnitHistory history;
    private final UnitsSeen seen;
    private final Units units;
    private final Map<String, Object> targets = new HashMap<>();
    private final Map<CodeScheme, Map<String, List<CodeSpan>>> codes = new HashMap<>();

    // what the row before said: rows of one submission mostly follow each other
    private String lastForm = "";
    private String lastPeriod = "";
    private @Nullable Target lastTarget;
    private String lastUnit = "";
    private String lastCode = "";
    private String lastDate = "";
    private @Nullable Batch lastBatch;

    Checks(Catalogue catalogue, UnitHistory history, UnitsSeen seen, Units units) {
        this.catalogue = catalogue;
        this.history = history;
        this.seen = seen;
        this.units = units;
    }

    /** In the order in which the database has them, in which who accepts many holds them too. */
    Iterable<Target> targets() {
        return targets.values().stream()
                .filter(Target.class::isInstance)
                .map(Target.class::cast)
                .sorted(Comparator.comparing(
                                (Target target) -> target.form.shape().id().toString())
                        .thenComparing(target -> PeriodCode.number(target.period)))
                .toList();
    }

    /** @param number of the row, from 1 */
    Optional<Fault> take(ValueRow row, long number) {
        var target = lastTarget;
        if (target == null || !row.form.equals(lastForm) || !row.period.equals(lastPeriod)) {
            var found = targets.computeIfAbsent(row.form + "\t" + row.period, _ -> target(row));
            if (found instanceof Fault fault) return Optional.of(fault);
            target = (Target) found;
            lastTarget = target;
            lastForm = row.form;
            lastPeriod = row.period;
            lastBatch = null;
        }
        var batch = lastBatch;
        if (batch == null || !row.unit.equals(lastUnit) || !row.code.equals(lastCode) || !row.date.equals(lastDate)) {
            var at = target;
            var found = target.units.computeIfAbsent(
                    row.unit.isEmpty() ? row.code + "\t" + row.date : row.unit, _ -> unit(row, at));
            if (found instanceof Fault fault) return Optional.of(fault);
            batch = target.batches.computeIfAbsent((UnitId) found, Batch::new);
            lastBatch = batch;
            lastUnit = row.unit;
            lastCode = row.code;
            lastDate = row.date;
        }
        var slot = target.form.shape().slot(row.element, row.disaggregation);
        if (slot.isEmpty())
            return Optional.of(
                    catalogue.element(row.element).isEmpty()
                            ? new Fault("statistics.values.fault.element", row.element)
                            : new Fault("statistics.values.fault.slot", row.element, row.disaggregation, row.form));
        return value(row.value, target.form.shape().slots().get(slot.getAsInt()), batch, number);
    }

    private Object target(ValueRow row) {
        var form = catalogue.form(row.form);
        if (form.isEmpty()) return new Fault("statistics.values.fault.form", row.form);
        var period = PeriodCode.parse(row.period);
        if (period.isEmpty()) return new Fault("statistics.values.fault.period", row.period);
        if (PeriodKind.of(period.get()) != form.get().shape().kind())
            return new Fault("statistics.values.fault.periodKind", row.period, row.form);
        var target = new Target(form.get(), period.get());
        var until = form.get().until();
        boolean inForce = !target.window.to().isBefore(form.get().from())
                && (until == null || target.window.from().isBefore(until));
        return inForce ? target : new Fault("statistics.values.fault.formNotInForce", row.form, row.period);
    }

    private Object unit(ValueRow row, Target target) {
        UnitId unit;
        if (!row.unit.isEmpty()) {
            try {
                unit = new UnitId(java.util.UUID.fromString(row.unit));
            } catch (IllegalArgumentException e) {
                return new Fault("statistics.values.fault.unit", row.unit);
            }
        } else {
            var coded = byCode(row, target.window);
            if (coded instanceof Fault) return coded;
            unit = (UnitId) coded;
        }
        int number = history.number(unit);
        // who may not enter for a unit is told the same as of one that is not there
        if (number == UnitHistory.NONE || !seen.sees(number))
            return new Fault("statistics.values.fault.unit", row.unit.isEmpty() ? row.code : row.unit);
        boolean there = history.from(number) < target.window.until().toEpochDay()
                && target.window.from().toEpochDay() < history.until(number);
        return there
                ? unit
                : new Fault(
                        "statistics.values.fault.unitNotThere", row.unit.isEmpty() ? row.code : row.unit, row.period);
    }

    private Object byCode(ValueRow row, Window window) {
        if (row.code.isEmpty()) return new Fault("statistics.values.fault.noUnit");
        var scheme = CodeScheme.ADMINISTRATIVE.admits(row.code) ? CodeScheme.ADMINISTRATIVE : CodeScheme.E_IDENTIFIER;
        var spans = codes.computeIfAbsent(scheme, units::spansOfCodes).getOrDefault(row.code, List.of());
        if (!row.date.isEmpty()) {
            LocalDate day;
            try {
                day = LocalDate.parse(row.date);
            } catch (DateTimeParseException e) {
                return new Fault("statistics.values.fault.date", row.date);
            }
            for (var span : spans) if (span.holdsOn(day)) return span.unit();
            return new Fault("statistics.values.fault.codeOnDay", row.code, row.date);
        }
        // without a day only when it named one unit in all of the window
        UnitId only = null;
        for (var span : spans) {
            boolean touches = span.from().isBefore(window.until())
                    && (span.until() == null || window.from().isBefore(span.until()));
            if (!touches) continue;
            if (only != null && !only.equals(span.unit()))
                return new Fault("statistics.values.fault.codeNeedsDay", row.code);
            only = span.unit();
        }
        return only == null ? new Fault("statistics.values.fault.unit", row.code) : only;
    }

    private static Optional<Fault> value(String text, FormShape.Slot slot, Batch batch, long number) {
        if (text.isEmpty()) {
            batch.add(slot.number(), CellState.MISSING, 0, number);
            return Optional.empty();
        }
        if (text.equals("NA")) {
            batch.add(slot.number(), CellState.NOT_APPLICABLE, 0, number);
            return Optional.empty();
        }
        long value;
        try {
            value = slot.decimals() == 0 ? Long.parseLong(text) : scaled(text, slot.decimals());
        } catch (NumberFormatException e) {
            return Optional.of(new Fault("statistics.values.fault.number", text, slot.decimals()));
        } catch (ArithmeticException e) {
            return Optional.of(new Fault("statistics.values.fault.decimals", text, slot.decimals()));
        }
        if (slot.lowest() != null && value < slot.lowest())
            return Optional.of(new Fault(
                    "statistics.cell.tooLow", slot.key(), BigDecimal.valueOf(slot.lowest(), slot.decimals())));
        if (slot.highest() != null && value > slot.highest())
            return Optional.of(new Fault(
                    "statistics.cell.tooHigh", slot.key(), BigDecimal.valueOf(slot.highest(), slot.decimals())));
        batch.add(slot.number(), CellState.VALUE, value, number);
        return Optional.empty();
    }

    private static long scaled(String text, int decimals) {
        var number = new BigDecimal(text);
        return number.setScale(decimals, java.math.RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }
}
