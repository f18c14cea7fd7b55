package vn.binhdang.organisation.reference;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.DataTable;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.organisation.event.EventKind;
import vn.binhdang.organisation.event.Naming;

/**
 * Something that happened to units of the shipped map.
 * @param units keys of those it happened to
 * @param into keys of those that take over
 * @param naming of a renaming
 * @param function that went over with a dissolution or by itself
 */
record ReferenceEvent(
        String key,
        LocalDate on,
        EventKind kind,
        List<String> units,
        List<String> into,
        @Nullable Naming naming,
        String function,
        String basis,
        String source,
        boolean verified) {

    static List<ReferenceEvent> all() {
        return DataTable.read(
                "data/reference-events.csv",
                List.of(
                        "key",
                        "on",
                        "kind",
                        "units",
                        "into",
                        "new_kind",
                        "name",
                        "short_name",
                        "symbol",
                        "function",
                        "basis",
                        "source",
                        "verified"),
                ReferenceEvent::of);
    }

    private static ReferenceEvent of(DataTable.Row row) {
        var kind = EventKind.valueOf(row.text("kind"));
        return new ReferenceEvent(
                row.text("key"),
                row.date("on"),
                kind,
                row.list("units"),
                row.list("into"),
                kind == EventKind.RENAME
                        ? new Naming(
                                UnitKind.valueOf(row.text("new_kind")),
                                row.text("name"),
                                row.optionalText("short_name"),
                                row.optionalText("symbol"))
                        : null,
                orEmpty(row.optionalText("function")),
                orEmpty(row.optionalText("basis")),
                row.text("source"),
                row.yes("verified"));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
