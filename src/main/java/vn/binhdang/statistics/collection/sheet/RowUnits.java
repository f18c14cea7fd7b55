package vn.binhdang.statistics.collection.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.organisation.sheet.SheetBook;
import vn.binhdang.statistics.collection.board.UnitsToEnter;
import vn.binhdang.statistics.collection.sheet.FilledWorkbook.Mistake;

/** Says of each row of a workbook which unit it is, or why none can be taken for it. */
final class RowUnits {
    private final UnitsToEnter.Found found;
    private final Units units;
    private final Map<UnitId, UnitsToEnter.One> asked = new HashMap<>();
    private final Map<String, UnitId> byCode = new HashMap<>();
    private final Set<String> twoUnits = new HashSet<>();

    RowUnits(UnitsToEnter.Found found, Units units) {
        this.found = found;
        this.units = units;
        for (var one : found.units()) asked.put(one.unit(), one);
        units.codes(asked.keySet(), found.day())
                .forEach((unit, codes) -> codes.forEach(code -> {
                    var other = byCode.put(code.code(), unit);
                    if (other != null && !other.equals(unit)) twoUnits.add(code.code());
                }));
    }

    /** @param mistakes of units and of cells, in the order of the file */
    record Named(List<UnitsBooks.Row> rows, List<Mistake> mistakes) {}

    Named name(FilledUnits filled) {
        var elsewhere = elsewhere(filled.rows());
        var rows = new ArrayList<UnitsBooks.Row>();
        var mistakes = new ArrayList<Mistake>();
        var first = new HashMap<UnitId, String>();
        for (var row : filled.rows()) {
            String address = filled.sheet() + "!" + SheetBook.Sheet.address(row.number(), UnitsWorkbook.NAME);
            var unit = unitOf(row).orElse(null);
            var one = unit == null ? null : asked.get(unit);
            if (one == null) {
                if (row.saysSomething()) mistakes.add(new Mistake(address, unknown(row, elsewhere)));
            } else if (!row.name().isEmpty() && !same(row.name(), one.name())) {
                // Rows that were sorted without their hidden column: figures would go to another unit.
                mistakes.add(new Mistake(address, wrong("otherName", one.name(), row.name())));
            } else if (first.putIfAbsent(one.unit(), address) instanceof String before) {
                mistakes.add(new Mistake(address, wrong("twice", one.name(), before)));
            } else {
                rows.add(new UnitsBooks.Row(one.unit(), row.number(), row.answers()));
            }
            mistakes.addAll(row.mistakes());
        }
        return new Named(rows, mistakes);
    }

    /** By the id that the template wrote, else by a code that somebody typed. */
    private Optional<UnitId> unitOf(FilledUnits.Row row) {
        if (!row.id().isEmpty()) return id(row.id());
        return twoUnits.contains(row.code()) ? Optional.empty() : Optional.ofNullable(byCode.get(row.code()));
    }

    /** Names of the units of rows that are none of those asked. */
    private Map<UnitId, Unit> elsewhere(Collection<FilledUnits.Row> rows) {
        var ids = new HashSet<UnitId>();
        for (var row : rows) id(row.id()).filter(id -> !asked.containsKey(id)).ifPresent(ids::add);
        return units.named(ids, found.day());
    }

    private static Answer.Wrong unknown(FilledUnits.Row row, Map<UnitId, Unit> elsewhere) {
        var other = id(row.id()).map(elsewhere::get).orElse(null);
        if (other != null) return wrong("elsewhere", other.name());
        String said = row.id().isEmpty() ? row.code() : row.name();
        return said.isEmpty() ? wrong("unnamed") : wrong("unknown", said);
    }

    private static Optional<UnitId> id(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new UnitId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean same(String typed, String name) {
        return plain(typed).equals(plain(name));
    }

    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

    static Answer.Wrong wrong(String word, Object... arguments) {
        return new Answer.Wrong("statistics.collection.units.wrong." + word, List.of(arguments));
    }
}
